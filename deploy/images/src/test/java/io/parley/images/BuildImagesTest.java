package io.parley.images;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The archives of the packaged services, on a base that holds one file only. */
class BuildImagesTest {

    static final List<String> SERVICES = Packaged.NAMES;

    static final List<String> IMAGES =
            Stream.concat(SERVICES.stream(), Stream.of(OperateImage.NAME)).toList();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Map<String, byte[]>> ENTRIES = new HashMap<>();

    @TempDir
    static Path folder;

    private static String base;
    private static String said;
    private static String saidAgain;

    @BeforeAll
    static void buildTwice() throws Exception {
        var archive = folder.resolve("base.tar");
        Jib.fromScratch()
                .addLayer(
                        List.of(Files.writeString(folder.resolve("java"), "not a runtime")),
                        AbsoluteUnixPath.get("/bin"))
                .containerize(Containerizer.to(TarImage.at(archive).named("base"))
                        .setApplicationLayersCache(folder.resolve("cache"))
                        .setBaseImageLayersCache(folder.resolve("cache")));
        base = "tar:" + archive;
        var again = CompletableFuture.supplyAsync(() -> build("twice"));
        said = build("once");
        saidAgain = again.join();
    }

    @Test
    void theSameServicesMakeTheSameBytes() throws IOException {
        assertThat(digests(said)).hasSize(IMAGES.size()).isEqualTo(digests(saidAgain));
        for (var service : IMAGES) {
            assertThat(Files.mismatch(archive("once", service), archive("twice", service)))
                    .as("first byte of %s that differs", service)
                    .isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @FieldSource("IMAGES")
    void anImageRunsAsAUserWhoIsANumber(String service) throws IOException {
        assertThat(config(service).at("/config/User").asText()).isEqualTo("10001:10001");
    }

    @ParameterizedTest
    @FieldSource("IMAGES")
    void nothingInAnImageMayBeWrittenByItsUser(String service) throws IOException {
        assertThat(files(service)).isNotEmpty().allSatisfy(file -> {
            assertThat(file.getLongUserId()).as(file.getName()).isZero();
            assertThat(file.getMode() & 0022).as(file.getName()).isZero();
        });
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void anImageHoldsThePackagedServiceWholeAndWhatItIsMadeOf(String service) throws IOException {
        var packaged = new ArrayList<>(List.of("app/sbom.json"));
        var application = root().resolve(service).resolve("target/quarkus-app");
        try (var walk = Files.walk(application)) {
            walk.filter(Files::isRegularFile).forEach(file -> packaged.add("app/" + application.relativize(file)));
        }

        assertThat(files(service).stream()
                        .filter(file -> !file.isDirectory())
                        .map(TarArchiveEntry::getName)
                        .filter(name -> name.startsWith("app/")))
                .containsExactlyInAnyOrderElementsOf(packaged);
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void theBillOfMaterialsNamesWhatIsInTheImage(String service) throws IOException {
        var bill = JSON.readTree(
                folder.resolve("once").resolve(service + ".cdx.json").toFile());

        assertThat(bill.at("/bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(bill.at("/components"))
                .anySatisfy(part -> assertThat(part.at("/name").asText()).isEqualTo("quarkus-rest"));
        assertThat(bill.at("/components"))
                .noneSatisfy(part -> assertThat(part.at("/name").asText()).isEqualTo("junit-jupiter"));
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void whatChangesWithEachBuildIsNotInTheLargeLayer(String service) throws IOException {
        var layers = JSON.readTree(blob(service, manifest(service))).at("/layers");

        assertThat(layers.get(1).at("/size").asLong())
                .isGreaterThan(10 * layers.get(4).at("/size").asLong());
    }

    @Test
    void theCommandLineStartsWithoutAShell() throws IOException {
        assertThat(config(OperateImage.NAME).at("/config/Entrypoint").toString())
                .isEqualTo("[\"java\",\"@/app/operate\"]");
        assertThat(files(OperateImage.NAME).stream()
                        .filter(file -> !file.isDirectory())
                        .map(TarArchiveEntry::getName))
                .contains("app/operate", "app/operate.jar", "app/sbom.json")
                .anyMatch(name -> name.matches("app/lib/picocli-.*\\.jar"));
        assertThat(Files.readAllLines(root().resolve("operate/src/image/operate")))
                .endsWith("-jar", "/app/operate.jar");
    }

    @Test
    void aServiceThatIsNotPackagedIsNamed() {
        var errors = new StringWriter();

        var exit = BuildImages.commandLine()
                .setErr(new PrintWriter(errors))
                .execute(
                        "--root",
                        folder.toString(),
                        "--base",
                        base,
                        "--output",
                        folder.resolve("none").toString());

        assertThat(exit).isEqualTo(1);
        assertThat(errors.toString()).contains("session-service is not packaged");
    }

    private static String build(String output) {
        var out = new StringWriter();
        var errors = new StringWriter();
        var exit = BuildImages.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(errors))
                .execute(
                        "--root",
                        root().toString(),
                        "--base",
                        base,
                        "--output",
                        folder.resolve(output).toString());
        assertThat(exit).as(errors.toString()).isZero();
        return out.toString();
    }

    private static Path root() {
        return Path.of("../..");
    }

    private static List<String> digests(String said) {
        return said.lines().map(line -> line.split("  ")[1]).toList();
    }

    private static Path archive(String build, String service) {
        return folder.resolve(build).resolve(service + "-linux-amd64.oci.tar");
    }

    private static JsonNode config(String service) throws IOException {
        var manifest = JSON.readTree(blob(service, manifest(service)));
        return JSON.readTree(blob(service, manifest.at("/config/digest").asText()));
    }

    private static String manifest(String service) throws IOException {
        return JSON.readTree(entries(service).get("index.json"))
                .at("/manifests/0/digest")
                .asText();
    }

    private static byte[] blob(String service, String digest) throws IOException {
        return entries(service).get("blobs/" + digest.replace(':', '/'));
    }

    private static List<TarArchiveEntry> files(String service) throws IOException {
        var files = new ArrayList<TarArchiveEntry>();
        for (var layer : JSON.readTree(blob(service, manifest(service))).at("/layers")) {
            try (var tar = new TarArchiveInputStream(new GZIPInputStream(new java.io.ByteArrayInputStream(
                    blob(service, layer.at("/digest").asText()))))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    files.add(entry);
                }
            }
        }
        return files;
    }

    private static Map<String, byte[]> entries(String service) {
        return ENTRIES.computeIfAbsent(service, name -> read(archive("once", name)));
    }

    private static Map<String, byte[]> read(Path archive) {
        var entries = new HashMap<String, byte[]>();
        try (InputStream file = Files.newInputStream(archive);
                var tar = new TarArchiveInputStream(file)) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries.put(entry.getName(), tar.readAllBytes());
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.parley.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.api.buildplan.Port;

/**
 * What is in a service's image: layers from what seldom changes to what always does, nobody's files but root's, and a
 * user who may write none of them. The same packaged service makes the same image, byte by byte.
 */
final class ServiceImage {

    private final Packaged service;
    private final String version;

    ServiceImage(Packaged service, String version) {
        this.service = service;
        this.version = version;
    }

    /**
     * @param base a reference in a registry, or {@code tar:} and the path of an image archive
     * @param platform what it is to run on, such as {@code linux/arm64}; the base must be there for it
     */
    JibContainerBuilder on(String base, Platform platform) throws InvalidImageReferenceException, IOException {
        return new Foundation(base, platform, version)
                .of(service.name())
                .setEntrypoint(
                        "java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "-jar", "quarkus-run.jar")
                .setExposedPorts(
                        Port.tcp(service.port("quarkus.http.port")), Port.tcp(service.port("quarkus.management.port")))
                .setFileEntriesLayers(layers());
    }

    private List<FileEntriesLayer> layers() throws IOException {
        return List.of(
                layer("libraries", path -> path.startsWith("lib/main") && !isOurs(path) || path.startsWith("lib/boot")),
                layer("our-libraries", path -> path.startsWith("lib/main") && isOurs(path)),
                layer("application", path -> path.startsWith("app") || path.getNameCount() == 1),
                // Quarkus gives its generated names out anew in each build, so this one differs even when no source
                // does.
                layer("generated", path -> path.startsWith("quarkus")),
                FileEntriesLayer.builder()
                        .setName("sbom")
                        .addEntry(service.sbom(), Foundation.HOME.resolve("sbom.json"))
                        .build());
    }

    private static boolean isOurs(Path path) {
        return path.getFileName().toString().startsWith("io.parley.");
    }

    private FileEntriesLayer layer(String name, Predicate<Path> holds) throws IOException {
        var layer = FileEntriesLayer.builder().setName(name);
        var application = service.application();
        try (var files = Files.walk(application)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> holds.test(application.relativize(file)))
                    .sorted()
                    .forEach(file -> layer.addEntry(
                            file,
                            Foundation.HOME.resolve(application.relativize(file).toString())));
        }
        return layer.build();
    }
}

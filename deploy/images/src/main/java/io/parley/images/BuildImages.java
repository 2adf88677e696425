package io.parley.images;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the archives of the services' images; what pushes them to a registry is the operator's own tool. */
@Command(
        name = "deploy/images/build",
        mixinStandardHelpOptions = true,
        version = "Parley 1.0.0-SNAPSHOT",
        description = "Makes an OCI image archive of each packaged service, without a Docker daemon.")
public final class BuildImages implements Callable<Integer> {

    @Option(names = "--root", hidden = true, description = "where the repository is")
    private Path root = Path.of("");

    @Option(
            names = "--base",
            description =
                    "a Java runtime, 17 or newer: a reference in a registry, or tar:FILE for an image archive that"
                            + " deploy/images/base has made. Default: ${DEFAULT-VALUE}")
    private String base = "eclipse-temurin:17-jre";

    @Option(names = "--platform", split = ",", description = "one archive for each. Default: ${DEFAULT-VALUE}")
    private List<String> platforms = List.of("linux/amd64");

    @Option(names = "--version-label", description = "the version that the images carry. Default: ${DEFAULT-VALUE}")
    private String version = "1.0.0-SNAPSHOT";

    @Option(names = "--output", description = "a folder. Default: ${DEFAULT-VALUE}")
    private Path output = Path.of("deploy/images/target/archives");

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    public static void main(String... args) {
        System.exit(commandLine().execute(args));
    }

    /** Ends with 1 and one line where something is missing, with 2 where it was called wrongly. */
    static CommandLine commandLine() {
        return new CommandLine(new BuildImages()).setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        });
    }

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(output);
        for (var name : Packaged.NAMES) {
            var service = Packaged.of(name, root);
            for (var platform : platforms) {
                say(build(name, platform, new ServiceImage(service, version).on(base, platform(platform))));
            }
            Files.copy(service.sbom(), output.resolve(name + ".cdx.json"), StandardCopyOption.REPLACE_EXISTING);
        }
        buildOperate();
        return CommandLine.ExitCode.OK;
    }

    private void buildOperate() throws Exception {
        var operate = OperateImage.in(root);
        for (var platform : platforms) {
            var image = operate.on(new Foundation(base, platform(platform), version));
            say(build(OperateImage.NAME, platform, image));
        }
        Files.copy(
                operate.sbom(), output.resolve(OperateImage.NAME + ".cdx.json"), StandardCopyOption.REPLACE_EXISTING);
    }

    private String build(String name, String platform, JibContainerBuilder image) throws Exception {
        var archive = output.resolve(name + "-" + platform.replace('/', '-') + ".oci.tar");
        var cache = Files.createDirectories(output.resolve("cache"));
        var made = image.containerize(Containerizer.to(TarImage.at(archive).named("parley/" + name + ":" + version))
                .setApplicationLayersCache(cache)
                .setBaseImageLayersCache(cache)
                .setOfflineMode(base.startsWith("tar:"))
                .setToolName("parley"));
        return archive + "  " + made.getDigest() + "  " + Files.size(archive) / 1_000_000 + " MB";
    }

    private static Platform platform(String name) {
        var parts = name.split("/");
        if (parts.length != 2) {
            throw new IllegalArgumentException(
                    "A platform is a system and an architecture, as linux/arm64, not " + name);
        }
        return new Platform(parts[1], parts[0]);
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}

package io.parley.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;

/**
 * The operators' command line as an image: two libraries, one jar, and a file with the arguments that start it, since
 * there may be no shell to do that. The same build makes the same image, byte by byte.
 */
record OperateImage(Path module) {

    static final String NAME = "operate";

    /** @throws IllegalStateException where it is not packaged */
    static OperateImage in(Path root) {
        var image = new OperateImage(root.resolve(NAME));
        for (var built : List.of(image.libraries(), image.sbom())) {
            if (!Files.exists(built)) {
                throw new IllegalStateException(NAME + " is not packaged: there is no " + built);
            }
        }
        return image;
    }

    Path sbom() {
        return module.resolve("target/sbom.json");
    }

    JibContainerBuilder on(Foundation foundation) throws InvalidImageReferenceException, IOException {
        return foundation
                .of(NAME)
                .setEntrypoint("java", "@" + Foundation.HOME.resolve(NAME))
                .setFileEntriesLayers(layers());
    }

    private List<FileEntriesLayer> layers() throws IOException {
        var libraries = FileEntriesLayer.builder().setName("libraries");
        try (var files = Files.list(libraries())) {
            files.sorted()
                    .forEach(file -> libraries.addEntry(file, Foundation.HOME.resolve("lib/" + file.getFileName())));
        }
        var application = FileEntriesLayer.builder()
                .setName("application")
                .addEntry(jar(), Foundation.HOME.resolve("operate.jar"))
                .addEntry(module.resolve("src/image/operate"), Foundation.HOME.resolve(NAME))
                .addEntry(sbom(), Foundation.HOME.resolve("sbom.json"));
        return List.of(libraries.build(), application.build());
    }

    private Path libraries() {
        return module.resolve("target/lib");
    }

    private Path jar() throws IOException {
        try (var files = Files.list(module.resolve("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("parley-operate-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(NAME + " is not packaged"));
        }
    }
}

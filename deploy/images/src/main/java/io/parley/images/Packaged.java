package io.parley.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** A packaged service, as its build has left it. */
record Packaged(String name, Path module) {

    static final List<String> NAMES = List.of("session-service", "notification-service", "team-settings-service");

    /** @throws IllegalStateException where it is not packaged */
    static Packaged of(String name, Path root) {
        var service = new Packaged(name, root.resolve(name));
        for (var built : List.of(service.application().resolve("quarkus-run.jar"), service.sbom())) {
            if (!Files.isRegularFile(built)) {
                throw new IllegalStateException(name + " is not packaged: there is no " + built);
            }
        }
        return service;
    }

    Path application() {
        return module.resolve("target/quarkus-app");
    }

    /** What it is made of, in CycloneDX. */
    Path sbom() {
        return module.resolve("target/sbom.json");
    }

    /** A port that it listens on unless its environment says otherwise. */
    int port(String property) throws IOException {
        var properties = new Properties();
        try (var read = Files.newBufferedReader(module.resolve("src/main/resources/application.properties"))) {
            properties.load(read);
        }
        return Integer.parseInt(properties.getProperty(property));
    }
}

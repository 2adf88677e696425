package io.parley.local.service;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import io.parley.local.web.LocalServer;

/** A program in the place of a packaged service: it is ready, or it gives up at once. */
public final class StandIn {

    private StandIn() {}

    public static void main(String[] arguments) throws IOException {
        if (Files.exists(Path.of(System.getProperty("java.class.path")).resolveSibling("give-up"))) {
            System.out.println("the database said no");
            System.exit(3);
        }
        new LocalServer("stand-in", Integer.parseInt(System.getenv("QUARKUS_MANAGEMENT_PORT")))
                .on("GET", "/health/ready", exchange -> exchange.text(200, "UP"))
                .on("GET", "/environment", exchange -> exchange.json(200, System.getenv()))
                .start();
    }

    /** Puts it where the launcher looks for the service. */
    static void install(ServiceJar service, Path repository) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandIn.class.getName());
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath());
        Path jar = service.in(repository);
        Files.createDirectories(jar.getParent());
        try (OutputStream out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest).finish();
        }
    }

    static void giveUp(ServiceJar service, Path repository) throws IOException {
        Files.createFile(service.in(repository).resolveSibling("give-up"));
    }

    private static String classPath() {
        var places = new StringBuilder();
        for (String place : System.getProperty("java.class.path").split(File.pathSeparator)) {
            places.append(Path.of(place).toUri()).append(' ');
        }
        return places.toString().strip();
    }
}

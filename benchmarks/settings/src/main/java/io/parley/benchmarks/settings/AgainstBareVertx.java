package io.parley.benchmarks.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.vertx.core.buffer.Buffer;

import io.parley.local.port.Port;
import io.parley.local.service.Replica;
import io.parley.local.service.ServiceJar;

/**
 * Resolutions from memory against a bare Vert.x server that sends the same bytes: in turn, each in a JVM of its own with
 * the same flags, 32 connections, the median of the ratios of the rounds.
 */
final class AgainstBareVertx {

    private static final int ROUNDS = 9;
    private static final double WARM_SECONDS = 20;
    private static final double SECONDS = 5;

    private final Installed installed;

    AgainstBareVertx(Installed installed) {
        this.installed = installed;
    }

    void measure() {
        var machine = installed.asMachine();
        var body = Map.of("subject", "alice");
        try (var ours = Replica.start(
                        ServiceJar.TEAM_SETTINGS,
                        installed.root(),
                        installed.data(),
                        installed.ports(),
                        installed.beside(),
                        Replica.LARGE);
                var load = new Load()) {
            var url = ours.http() + "/api/resolutions";
            var bare = bare(Api.text(machine.post(url, body)));
            try {
                var headers = Map.of("Authorization", "Bearer " + machine.token(), "Content-Type", "application/json");
                compare(load, url, "http://localhost:" + barePort() + "/", headers, Buffer.buffer(Api.text(body)));
            } finally {
                bare.destroy();
            }
        }
    }

    private static void compare(Load load, String ours, String bare, Map<String, String> headers, Buffer body) {
        load.on(ours, headers, body, WARM_SECONDS);
        load.on(bare, headers, body, WARM_SECONDS);
        var ratios = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            var our = load.on(ours, headers, body, SECONDS);
            var their = load.on(bare, headers, body, SECONDS);
            ratios.add(our / their);
            System.out.printf(Locale.ROOT, "%.0f/s against %.0f/s: %.2f%n", our, their, our / their);
        }
        var sorted = ratios.stream().sorted().toList();
        System.out.printf(Locale.ROOT, "median of the ratios: %.2f%n", sorted.get(ROUNDS / 2));
    }

    private int barePort() {
        return installed.beside().of(Port.NOTIFICATION);
    }

    private Process bare(String answer) {
        try {
            var file = Files.createTempFile("answer", ".json");
            file.toFile().deleteOnExit();
            Files.writeString(file, answer);
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString()));
            command.addAll(Replica.LARGE);
            command.addAll(List.of(
                    "-cp",
                    System.getProperty("java.class.path"),
                    BareVertx.class.getName(),
                    Integer.toString(barePort()),
                    file.toString()));
            return new ProcessBuilder(command).inheritIO().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

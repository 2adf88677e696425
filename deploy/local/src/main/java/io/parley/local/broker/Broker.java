package io.parley.local.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;

/** A real Kafka broker, its own controller, in this process; topics and records outlive it. */
public final class Broker implements AutoCloseable {

    static {
        // Kafka asks log4j for its levels only; that no log4j is behind its interface is no error here.
        System.setProperty("log4j2.StatusLogger.level", "OFF");
    }

    private final KafkaRaftServer server;
    private final int port;

    private Broker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts the broker on what the folder holds, and makes the topics that are missing. */
    public static Broker start(Path folder, int port, int controllerPort) {
        try {
            Properties settings = BrokerSettings.of(folder, port, controllerPort);
            format(folder, settings);
            var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
            server.startup();
            var broker = new Broker(server, port);
            Topics.create(broker.bootstrapServers());
            return broker;
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka did not start", e);
        }
    }

    /** What is done when the broker cannot go on, instead of ending the JVM under everything else. */
    public static void onFailure(Runnable end) {
        var ended = new AtomicBoolean();
        Exit.Procedure once = (status, message) -> {
            if (ended.compareAndSet(false, true)) {
                new Thread(end, "kafka-failed").start();
            }
        };
        Exit.setExitProcedure(once);
        Exit.setHaltProcedure(once);
    }

    public String bootstrapServers() {
        return "localhost:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path folder, Properties settings) throws IOException {
        Path file = folder.resolve("server.properties");
        Files.createDirectories(folder);
        try (var out = Files.newBufferedWriter(file)) {
            settings.store(out, "Written at each start.");
        }
        var output = new ByteArrayOutputStream();
        String[] arguments = {
            "format", "--ignore-formatted", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()
        };
        if (!formatted(folder)
                && StorageTool.execute(arguments, new PrintStream(output, true, StandardCharsets.UTF_8)) != 0) {
            throw new IOException("Kafka's storage could not be formatted: " + output.toString(StandardCharsets.UTF_8));
        }
    }

    private static boolean formatted(Path folder) {
        return Files.exists(BrokerSettings.logs(folder).resolve("meta.properties"));
    }
}

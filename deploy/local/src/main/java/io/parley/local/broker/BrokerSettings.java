package io.parley.local.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The settings of a broker that is alone: what a cluster replicates, it keeps once, and it keeps itself small. */
final class BrokerSettings {

    private static final Map<String, String> ALONE = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", "1"),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("inter.broker.listener.name", "PLAINTEXT"),
            Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
            Map.entry("default.replication.factor", "1"),
            Map.entry("min.insync.replicas", "1"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"));

    private static final Map<String, String> SMALL = Map.ofEntries(
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("transaction.state.log.num.partitions", "2"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"),
            // The default of 128 MB is half of the launcher's heap.
            Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
            Map.entry("log.index.size.max.bytes", "1048576"));

    private static final Map<String, String> QUICK = Map.of(
            "auto.create.topics.enable", "false",
            // Nobody else will join: the first consumer need not wait for others.
            "group.initial.rebalance.delay.ms", "0",
            // A consumer may ask to be missed sooner than after 6 s.
            "group.min.session.timeout.ms", "1000",
            // After a kill the broker waits until its former self is forgotten: 9 s by default.
            "broker.session.timeout.ms", "2500",
            "broker.heartbeat.interval.ms", "500");

    private BrokerSettings() {}

    static Properties of(Path folder, int port, int controllerPort) {
        var settings = new Properties();
        settings.putAll(ALONE);
        settings.putAll(SMALL);
        settings.putAll(QUICK);
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://localhost:" + port);
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("log.dirs", logs(folder).toString());
        return settings;
    }

    static Path logs(Path folder) {
        return folder.resolve("logs");
    }
}

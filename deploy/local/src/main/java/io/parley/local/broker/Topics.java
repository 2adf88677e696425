package io.parley.local.broker;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of the contract, made by hand because the broker makes none by itself. */
final class Topics {

    private static final int PARTITIONS = 6;
    /** Contacts and links are in them: as long as a weekend's repair takes, no longer. */
    private static final Map<String, String> SHORT = retention(Duration.ofDays(3));

    private static final Map<String, String> LONG = retention(Duration.ofDays(30));
    private static final Map<String, String> COMPACTED = Map.of("cleanup.policy", "compact");

    private static final List<NewTopic> ALL = List.of(
            topic("parley.sessions", LONG),
            topic("parley.messages", SHORT),
            topic("parley.messages.dead", SHORT),
            topic("parley.deliveries", LONG),
            topic("parley.deliveries.dead", LONG),
            topic("parley.team-settings", COMPACTED));

    private Topics() {}

    static void create(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Set<String> present = admin.listTopics().names().get();
            var missing = ALL.stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("topics could not be made", e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while making topics", e);
        }
    }

    private static NewTopic topic(String name, Map<String, String> settings) {
        return new NewTopic(name, PARTITIONS, (short) 1).configs(settings);
    }

    private static Map<String, String> retention(Duration time) {
        return Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(time.toMillis()));
    }
}

package io.parley.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The examples fit the engines that they are for, the chart, and what the services do. */
class ExamplesTest {

    private final Manifests kafka = example("kafka.yaml");

    @Test
    void theirOperatorsKnowEveryField() {
        try (var files = Files.list(Repository.EXAMPLES)) {
            files.filter(file -> file.toString().endsWith(".yaml"))
                    .forEach(file -> assertThat(Models.faults(Manifests.parse(Repository.read(file))))
                            .as(file.getFileName().toString())
                            .isEmpty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyTopicThatAServiceNamesIsThereAndTheServiceMayUseIt() {
        var topics = kafka.all("KafkaTopic").map(Manifests::nameOf).collect(Collectors.toSet());

        for (var service : Faults.SERVICES) {
            var user = kafka.the("KafkaUser", "parley-" + service.name() + "-kafka");
            channels(service, "incoming").forEach((channel, topic) -> {
                assertThat(topics).contains(topic);
                assertThat(allowed(user, "topic", "Read")).contains(topic);
            });
            channels(service, "outgoing").forEach((channel, topic) -> {
                assertThat(topics).contains(topic);
                assertThat(allowed(user, "topic", "Write")).contains(topic);
            });
        }
    }

    @Test
    void onlyTwoServicesMayTouchTheTopicOfContactsAndOnlyOneMayReadIt() {
        assertThat(usersThat("Read", "parley.messages")).containsExactly("parley-notification-service-kafka");
        assertThat(usersThat("Write", "parley.messages")).containsExactly("parley-session-service-kafka");
        assertThat(kafka.the("KafkaTopic", "parley.messages")
                        .at("/spec/config/retention.ms")
                        .asLong())
                .isEqualTo(3 * 86_400_000L);
    }

    @Test
    void theChartsSecretsAreMadeBySomebody() {
        var made = new TreeSet<String>();
        kafka.all("KafkaUser").map(Manifests::nameOf).forEach(made::add);
        made.add(Manifests.nameOf(kafka.all("Kafka").findFirst().orElseThrow()) + "-cluster-ca-cert");
        made.add(Manifests.nameOf(
                        example("database.yaml").all("Cluster").findFirst().orElseThrow()) + "-ca");
        scriptedSecrets().forEach((name, keys) -> made.add(name));

        assertThat(secretsOf(Chart.render("default")).keySet()).isSubsetOf(made);
    }

    @Test
    void theScriptsSecretsHaveTheKeysThatTheChartReads() {
        var scripted = scriptedSecrets();

        secretsOf(Chart.render("default")).forEach((name, keys) -> {
            if (scripted.containsKey(name)) {
                assertThat(scripted.get(name)).as(name).containsAll(keys);
            }
        });
    }

    @Test
    void theRealmGivesTheClaimsThatTheServicesRead() throws IOException {
        var realm = new ObjectMapper()
                .readTree(Repository.EXAMPLES.resolve("keycloak-realm.json").toFile());

        assertThat(realm.at("/roles/realm").findValuesAsText("name"))
                .containsExactly("agent", "supervisor", "admin", "system");
        for (var client : realm.path("clients")) {
            var mappers = client.path("protocolMappers");
            assertThat(mappers.findValuesAsText("included.custom.audience"))
                    .containsOnly(Faults.SERVICES.get(0).property("quarkus.oidc.token.audience"));
            assertThat(mappers.findValuesAsText("claim.name"))
                    .containsOnly(Faults.SERVICES.get(0).property("quarkus.oidc.roles.role-claim-path"));
        }
        assertThat(realm.path("clients").findValuesAsText("clientId"))
                .contains(Faults.SERVICES.get(0).property("quarkus.oidc-client.client-id"));
    }

    private static Manifests example(String file) {
        return Manifests.parse(Repository.read(Repository.EXAMPLES.resolve(file)));
    }

    private static Map<String, String> channels(PackagedService service, String way) {
        var channels = new TreeMap<String, String>();
        service.properties().forEach((key, value) -> {
            var name = key.toString();
            if (name.startsWith("mp.messaging." + way) && name.endsWith("topic")) {
                channels.put(name, value.toString());
            } else if (way.equals("outgoing") && name.endsWith("dead-letter-queue.topic")) {
                channels.put(name, value.toString());
            }
        });
        channels.keySet().removeIf(name -> way.equals("incoming") && name.contains("dead-letter-queue"));
        return channels;
    }

    private List<String> usersThat(String operation, String topic) {
        return kafka.all("KafkaUser")
                .filter(user -> allowed(user, "topic", operation).contains(topic))
                .map(Manifests::nameOf)
                .toList();
    }

    private static Set<String> allowed(JsonNode user, String resource, String operation) {
        return stream(user.at("/spec/authorization/acls"))
                .filter(acl -> acl.at("/resource/type").asText().equals(resource))
                .filter(acl -> stream(acl.path("operations"))
                        .anyMatch(one -> one.asText().equals(operation)))
                .map(acl -> acl.at("/resource/name").asText())
                .collect(Collectors.toSet());
    }

    private static Map<String, Set<String>> secretsOf(Manifests manifests) {
        var secrets = new TreeMap<String, Set<String>>();
        manifests.workloads().forEach(workload -> {
            Manifests.containerOf(workload).findValues("secretKeyRef").stream()
                    .filter(key -> !key.path("optional").asBoolean())
                    .forEach(key -> secrets.computeIfAbsent(key.path("name").asText(), name -> new TreeSet<>())
                            .add(key.path("key").asText()));
            Manifests.podOf(workload)
                    .path("volumes")
                    .findValuesAsText("secretName")
                    .forEach(name -> secrets.computeIfAbsent(name, any -> new TreeSet<>())
                            .add("ca.crt"));
        });
        return secrets;
    }

    /** What deploy/helm/secrets prints: each Secret with its keys. */
    private static Map<String, Set<String>> scriptedSecrets() {
        var builder =
                new ProcessBuilder("sh", Repository.HELM.resolve("secrets").toString());
        Stream.of(
                        "MAIL_USER",
                        "MAIL_PASSWORD",
                        "TEXTS_ACCOUNT",
                        "TEXTS_TOKEN",
                        "OIDC_CLIENT_SECRET",
                        "OPERATE_CLIENT_SECRET",
                        "STORE_KEY_ID",
                        "STORE_KEY")
                .forEach(variable -> builder.environment().put(variable, "for-a-test"));
        try {
            var manifests =
                    Manifests.parse(new String(builder.start().getInputStream().readAllBytes()));
            assertThat(Models.faults(manifests)).isEmpty();
            var secrets = new TreeMap<String, Set<String>>();
            manifests.all("Secret").forEach(secret -> {
                var keys = new TreeSet<String>();
                secret.path("data").fieldNames().forEachRemaining(keys::add);
                secrets.put(Manifests.nameOf(secret), keys);
            });
            return secrets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}

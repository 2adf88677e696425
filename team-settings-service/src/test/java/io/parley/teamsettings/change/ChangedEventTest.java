package io.parley.teamsettings.change;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

import io.parley.teamsettings.api.WithRealParts;

import static io.parley.teamsettings.api.Api.aMemberOf;
import static io.parley.teamsettings.api.Api.aTeam;
import static io.parley.teamsettings.api.Api.aText;
import static io.parley.teamsettings.api.Api.lend;
import static io.parley.teamsettings.api.Api.patchSettings;
import static io.parley.teamsettings.api.Api.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Every change is told on the topic, in order, once it is committed. */
@QuarkusTest
@WithRealParts
class ChangedEventTest {

    private static final Path CONTRACTS = Path.of("../contracts");
    private static final String TYPE = "parley.team-settings.changed.v1";

    @Test
    void whatIsChangedIsToldInOrder() {
        var team = aTeam();
        set(team, Map.of("room", Map.of("chat", false)));
        lend(team, "ALL");
        aText(team, "Text");
        var subject = aMemberOf(team);

        var told = eventsOf(team, 5);

        assertThat(told)
                .extracting(event -> event.getString("change"))
                .containsExactly("TEAM_CREATED", "SETTINGS", "LENDING", "ASSETS", "MEMBERS");
        assertThat(told)
                .extracting(event -> event.getLong("revision"))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(told.get(1).<String>getList("keys")).containsExactly("room.chat");
        assertThat(told.get(4).<String>getList("subjects")).containsExactly(subject);
        assertThat(told)
                .allSatisfy(event -> assertThat(event.getString("actor")).isEqualTo("ada"));
    }

    @Test
    void aRefusedChangeIsNotTold() {
        var team = aTeam();
        patchSettings(team, Map.of("room", Map.of("chat", "no"))).then().statusCode(400);
        set(team, Map.of("room", Map.of("chat", true)));
        set(team, Map.of("room", Map.of("chat", true)));
        set(team, Map.of("room", Map.of("attachments", false)));

        assertThat(eventsOf(team, 3))
                .extracting(event -> event.getString("change"))
                .hasSize(3);
    }

    @Test
    void aChangeOfTheOrganisationHasAKeyOfItsOwn() {
        set(null, Map.of("customer", Map.of("authentication", Map.of("locks", 4))));

        var told = eventsOf("organisation", 1);

        assertThat(told.get(0).getString("scope")).isEqualTo("ORGANISATION");
        assertThat(told.get(0).getString("team")).isNull();
    }

    @Test
    void anEventIsACloudEventThatTheSchemaKnows() throws IOException {
        var team = aTeam();

        var event = recordsOf(team, 1).get(0);

        assertThat(header(event, "ce_type")).isEqualTo(TYPE);
        assertThat(header(event, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(event, "ce_source")).isEqualTo("/parley/team-settings-service");
        assertThat(header(event, "ce_subject")).isEqualTo(team);
        assertThat(header(event, "ce_partitionkey")).isEqualTo(team);
        assertThat(header(event, "ce_dataschema")).isEqualTo("urn:parley:schema:" + TYPE);
        assertThat(header(event, "ce_id")).matches("[0-9a-f-]{36}");
        assertThat(header(event, "content-type")).startsWith("application/json");
        assertThat(violations(event.value())).isEmpty();
        assertThat(violations(Files.readString(CONTRACTS.resolve("examples/" + TYPE + ".json"))))
                .isEmpty();
    }

    private static List<JsonPath> eventsOf(String key, int atLeast) {
        return recordsOf(key, atLeast).stream()
                .map(event -> JsonPath.from(event.value()))
                .toList();
    }

    private static List<ConsumerRecord<String, String>> recordsOf(String key, int atLeast) {
        var found = new ArrayList<ConsumerRecord<String, String>>();
        try (var consumer = consumer()) {
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(event -> {
                    if (key.equals(event.key())) {
                        found.add(event);
                    }
                });
                assertThat(found).hasSizeGreaterThanOrEqualTo(atLeast);
            });
        }
        return found;
    }

    private static KafkaConsumer<String, String> consumer() {
        var settings = new Properties();
        settings.put("bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
        settings.put("auto.offset.reset", "earliest");
        var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        var partitions = consumer.partitionsFor("parley.team-settings").stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private static String header(ConsumerRecord<String, String> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static List<?> violations(String json) throws IOException {
        var schema = Files.readString(CONTRACTS.resolve("schemas/" + TYPE + ".json"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(json, InputFormat.JSON);
    }
}

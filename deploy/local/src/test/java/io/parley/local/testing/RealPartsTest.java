package io.parley.local.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.parley.local.web.Form;
import io.parley.local.web.Json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RealPartsTest {

    private static Map<String, String> properties;

    @BeforeAll
    static void start() {
        var parts = new RealParts();
        parts.init(Map.of("database", "notification"));
        properties = parts.start();
    }

    @Test
    void aServiceHasADatabaseOfItsOwn() throws SQLException {
        try (var connection = DriverManager.getConnection(
                properties.get("quarkus.datasource.jdbc.url"), "notification", "notification")) {
            assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(18);
        }
    }

    @Test
    void aServiceCannotEnterTheDatabaseOfAnother() {
        String others = properties.get("quarkus.datasource.jdbc.url").replace("/notification", "/session");

        assertThatThrownBy(() -> DriverManager.getConnection(others, "notification", "notification"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void aWrongDatabasePasswordIsRefused() {
        assertThatThrownBy(() -> DriverManager.getConnection(
                        properties.get("quarkus.datasource.jdbc.url"), "notification", "session"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void aRecordThatIsProducedIsConsumed() {
        try (var producer = new KafkaProducer<>(kafka(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("parley.deliveries", "a key", "a value"));
            producer.flush();
        }

        try (var consumer = new KafkaConsumer<>(kafka(), new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("parley.deliveries"));
            assertThat(consumer.poll(Duration.ofSeconds(20)))
                    .anySatisfy(received -> assertThat(received.value()).isEqualTo("a value"));
        }
    }

    @Test
    void everyTopicOfTheContractIsThere() {
        try (var consumer = new KafkaConsumer<>(kafka(), new StringDeserializer(), new StringDeserializer())) {
            assertThat(consumer.listTopics())
                    .containsKeys(
                            "parley.sessions",
                            "parley.messages",
                            "parley.messages.dead",
                            "parley.deliveries",
                            "parley.deliveries.dead",
                            "parley.team-settings");
        }
    }

    @Test
    void aTokenSaysWhoBearsItAndWhatTheyMay() throws InvalidJwtException {
        var claims = new JwtConsumerBuilder()
                .setSkipSignatureVerification()
                .setExpectedAudience("parley")
                .setExpectedIssuer(properties.get("quarkus.oidc.auth-server-url"))
                .build()
                .processToClaims(Tokens.of("alice"));

        assertThat(claims.getClaimValue("sub")).isEqualTo("alice");
        assertThat(claims.getClaimValue("name")).isEqualTo("Alice Arden");
        assertThat(claims.getClaimValue("roles")).isEqualTo(List.of("agent"));
    }

    @Test
    void aMachineHasTheRoleSystem() throws InvalidJwtException {
        var claims = new JwtConsumerBuilder()
                .setSkipSignatureVerification()
                .setSkipDefaultAudienceValidation()
                .build()
                .processToClaims(Tokens.system());

        assertThat(claims.getClaimValue("sub")).isEqualTo("parley-system");
        assertThat(claims.getClaimValue("roles")).isEqualTo(List.of("system"));
    }

    @Test
    void aMailAndATextAreCaught() throws MessagingException, IOException, InterruptedException {
        sendMail("anna@example.org", "Good day");
        sendText("+4915112345678", "Good evening");

        assertThat(Caught.to("anna@example.org")).singleElement().satisfies(mail -> assertThat(mail.subject())
                .isEqualTo("Good day"));
        assertThat(Caught.to("+4915112345678")).singleElement().satisfies(text -> assertThat(text.text())
                .isEqualTo("Good evening"));
    }

    @Test
    void aSecondStartFindsTheSameParts() {
        assertThat(new RealParts().start().get("kafka.bootstrap.servers"))
                .isEqualTo(properties.get("kafka.bootstrap.servers"));
    }

    private static Properties kafka() {
        var settings = new Properties();
        settings.put("bootstrap.servers", properties.get("kafka.bootstrap.servers"));
        settings.put("group.id", "real-parts-test");
        settings.put("auto.offset.reset", "earliest");
        return settings;
    }

    private static void sendMail(String to, String subject) throws MessagingException {
        var settings = new Properties();
        settings.put("mail.smtp.host", properties.get("quarkus.mailer.host"));
        settings.put("mail.smtp.port", properties.get("quarkus.mailer.port"));
        var mail = new MimeMessage(Session.getInstance(settings));
        mail.setFrom(new InternetAddress("no-reply@parley.example"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        mail.setSubject(subject);
        mail.setText("Hello");
        Transport.send(mail);
    }

    private static void sendText(String to, String body) throws IOException, InterruptedException {
        String account = properties.get("parley.sms.account");
        String credentials = account + ":" + properties.get("parley.sms.token");
        var uri = URI.create(properties.get("parley.sms.url") + "/2010-04-01/Accounts/" + account + "/Messages.json");
        var request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Form.of(Map.of("To", to, "From", "Parley", "Body", body))
                        .encoded()))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(Json.tree(answer.body()).get("status").asText()).isEqualTo("queued");
    }
}

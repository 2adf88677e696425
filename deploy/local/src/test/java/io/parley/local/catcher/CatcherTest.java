package io.parley.local.catcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Properties;
import java.util.stream.StreamSupport;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.parley.local.Http;
import io.parley.local.web.BasicCredentials;
import io.parley.local.web.Json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CatcherTest {

    private static final BasicCredentials ACCOUNT = new BasicCredentials("AC1", "token");

    @TempDir
    private Path folder;

    private Catcher catcher;

    @BeforeEach
    void start() {
        catcher = Catcher.start(folder, 0, 0, ACCOUNT);
    }

    @AfterEach
    void stop() {
        catcher.close();
    }

    @Test
    void aMailIsShownWithItsTextItsHtmlAndItsLinks() throws MessagingException {
        sendMail(
                "anna@example.org",
                "Grüße von Alice",
                "Come to http://localhost:8080/j/secret.",
                "<p>Come <a href=\"http://localhost:8080/j/secret\">here</a> or "
                        + "<a href='http://localhost:8080/help?a=1&amp;b=2'>there</a></p>");

        JsonNode mail = messages("?to=anna@example.org").get(0);

        assertThat(mail.get("channel").asText()).isEqualTo("EMAIL");
        assertThat(mail.get("subject").asText()).isEqualTo("Grüße von Alice");
        assertThat(mail.get("from").asText()).isEqualTo("Parley Sales <no-reply@parley.example>");
        assertThat(mail.get("text").asText()).startsWith("Come to http");
        assertThat(mail.get("html").asText()).startsWith("<p>Come");
        assertThat(mail.get("messageId").asText()).startsWith("<");
        assertThat(mail.get("links"))
                .extracting(JsonNode::asText)
                .containsExactly("http://localhost:8080/j/secret", "http://localhost:8080/help?a=1&b=2");
    }

    @Test
    void theNewestComesFirstAndOthersMailIsLeftOut() throws MessagingException {
        sendMail("anna@example.org", "first", "1", "<p>1</p>");
        sendMail("ben@example.org", "other", "2", "<p>2</p>");
        sendMail("anna@example.org", "second", "3", "<p>3</p>");

        assertThat(messages("?to=ANNA@example.org"))
                .extracting(mail -> mail.get("subject").asText())
                .containsExactly("second", "first");
        assertThat(messages("")).hasSize(3);
    }

    @Test
    void aHostileSubjectIsTextOnThePage() throws MessagingException {
        sendMail(
                "anna@example.org", "<script>alert(1)</script>\"{{shown}}", "<img src=x onerror=alert(2)>", "<p>x</p>");

        var page = Http.get(catcher.url() + "/");

        assertThat(page.body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;")
                .contains("&lt;img src=x onerror=alert(2)&gt;")
                .doesNotContain("<script>alert")
                .doesNotContain("<img");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
    }

    @Test
    void theHtmlOfAMailStandsInASandbox() throws MessagingException {
        sendMail("anna@example.org", "Hello", "Hello", "<p>Hello<script>alert(1)</script></p>");
        String id = messages("").get(0).get("id").asText();

        var html = Http.get(catcher.url() + "/messages/" + id + "/html");

        assertThat(Http.get(catcher.url() + "/").body()).contains("sandbox=\"allow-popups");
        assertThat(html.body()).contains("<p>Hello");
        assertThat(html.header("Content-Security-Policy"))
                .startsWith("sandbox allow-popups")
                .contains("default-src 'none'")
                .doesNotContain("allow-scripts");
    }

    @Test
    void thePageShowsOneRecipientWhenItIsAsked() throws MessagingException {
        sendMail("anna@example.org", "For Anna", "1", "<p>1</p>");
        sendMail("ben@example.org", "For Ben", "2", "<p>2</p>");

        assertThat(Http.get(catcher.url() + "/?to=anna").body())
                .contains("For Anna")
                .doesNotContain("For Ben");
    }

    @Test
    void whatWasCaughtSurvivesARestart() throws MessagingException {
        sendMail("anna@example.org", "Hello", "Hello", "<p>Hello</p>");

        restart();

        assertThat(messages(""))
                .extracting(mail -> mail.get("subject").asText())
                .containsExactly("Hello");
    }

    @Test
    void aLineThatAKillToreCostsNoOther() throws Exception {
        sendMail("anna@example.org", "before", "1", "<p>1</p>");
        Files.writeString(folder.resolve("messages.jsonl"), "\n{\"id\":\"torn", StandardOpenOption.APPEND);
        sendMail("anna@example.org", "after", "2", "<p>2</p>");

        restart();

        assertThat(messages(""))
                .extracting(mail -> mail.get("subject").asText())
                .containsExactly("after", "before");
    }

    @Test
    void deletingForgetsForGood() throws MessagingException {
        sendMail("anna@example.org", "Hello", "Hello", "<p>Hello</p>");

        assertThat(Http.delete(catcher.url() + "/api/messages").status()).isEqualTo(204);

        restart();
        assertThat(messages("")).isEmpty();
    }

    @Test
    void twoDomainsRefuseSoThatRefusalsCanBeWatched() {
        assertThatThrownBy(() -> sendMail("anna@refused.example", "Hello", "Hello", "<p>Hello</p>"))
                .isInstanceOf(SendFailedException.class)
                .hasMessageContaining("Invalid Addresses");
        assertThatThrownBy(() -> sendMail("anna@busy.example", "Hello", "Hello", "<p>Hello</p>"))
                .hasStackTraceContaining("451 4.7.1");
        assertThat(messages("")).isEmpty();
    }

    private void restart() {
        catcher.close();
        catcher = Catcher.start(folder, 0, 0, ACCOUNT);
    }

    private List<JsonNode> messages(String query) {
        JsonNode all =
                Json.tree(Http.get(catcher.url() + "/api/messages" + query).body());
        return StreamSupport.stream(all.spliterator(), false).toList();
    }

    private void sendMail(String to, String subject, String text, String html) throws MessagingException {
        var settings = new Properties();
        settings.put("mail.smtp.host", "localhost");
        settings.put("mail.smtp.port", catcher.smtpPort());
        var mail = new MimeMessage(Session.getInstance(settings));
        mail.setFrom("Parley Sales <no-reply@parley.example>");
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        mail.setSubject(subject, "UTF-8");
        var plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        var rich = new MimeBodyPart();
        rich.setText(html, "UTF-8", "html");
        mail.setContent(new MimeMultipart("alternative", plain, rich));
        Transport.send(mail);
    }
}

package io.parley.notification.smtp;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/** What is known of a mail whatever the relay does, step by step. */
class SmtpClientTest {

    static Vertx vertx;

    /** What the relay says, in order; HANG is silence, DRIP near to it, CUT the end of the connection. */
    final Queue<String> script = new ArrayDeque<>();

    final List<String> heard = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();
    final List<NetSocket> sockets = new CopyOnWriteArrayList<>();
    NetServer relay;
    SmtpClient client;

    @BeforeAll
    static void startVertx() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stopVertx() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @BeforeEach
    void listen() {
        relay = vertx.createNetServer().connectHandler(this::talk);
        relay.listen(0, "localhost").toCompletionStage().toCompletableFuture().join();
        client = client(SmtpServer.Tls.NEVER, Optional.empty());
    }

    @AfterEach
    void close() {
        client.close();
        relay.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aConnectionCarriesMailAfterMail() {
        says("220 hi", "250-relay\r\n250 PIPELINING", "250 ok", "250 ok", "354 go on", "250 taken");
        says("250 ok", "250 ok", "354 go on", "250 taken");

        send("first");
        send("second");

        assertThat(connections).hasValue(1);
        assertThat(heard)
                .containsExactly(
                        "EHLO parley.example",
                        "MAIL FROM:<us@parley.example>",
                        "RCPT TO:<anna@example.org>",
                        "DATA",
                        "first",
                        ".",
                        "MAIL FROM:<us@parley.example>",
                        "RCPT TO:<anna@example.org>",
                        "DATA",
                        "second",
                        ".");
    }

    @Test
    void aRelayThatTakesOneCommandAtATimeGetsOne() {
        says("220 hi", "502 what", "250 relay", "250 ok", "250 ok", "354 go on", "250 taken");

        send("text");

        assertThat(heard).startsWith("EHLO parley.example", "HELO parley.example");
        assertThat(heard).endsWith("text", ".");
    }

    @Test
    void aLineOfDotsArrivesAsItIs() {
        says("220 hi", "250 relay", "250 ok", "250 ok", "354 go on", "250 taken");

        send(".\r\n..x\r\ny.\r\n.");

        assertThat(heard).endsWith("DATA", "..", "...x", "y.", "..", ".");
    }

    @Test
    void aRefusedRecipientLeavesTheConnectionFitForTheNextMail() {
        says("220 hi", "250-relay\r\n250 PIPELINING", "250 ok", "550 nobody", "503 no recipient", "250 reset");
        says("250 ok", "250 ok", "354 go on", "250 taken");

        assertThat(refusal("first").step()).isEqualTo(Step.RECIPIENT);
        send("second");

        assertThat(connections).hasValue(1);
        assertThat(heard).contains("RSET");
    }

    @Test
    void aRelayThatWantsTheContentOfARefusedMailGetsNone() {
        says("220 hi", "250-relay\r\n250 PIPELINING", "250 ok", "550 nobody", "354 go on");
        says("220 hi", "250 relay", "250 ok", "250 ok", "354 go on", "250 taken");

        assertThat(refusal("first").step()).isEqualTo(Step.RECIPIENT);
        send("second");

        assertThat(connections).hasValue(2);
        assertThat(heard).doesNotContain("first");
    }

    @Test
    void whatEndedBeforeTheContentIsKnownNotToBeThere() {
        for (var cut : List.of(
                List.of("CUT"),
                List.of("220 hi", "CUT"),
                List.of("220 hi", "250 relay", "CUT"),
                List.of("220 hi", "250 relay", "250 ok", "CUT"),
                List.of("220 hi", "250 relay", "250 ok", "250 ok", "CUT"))) {
            script.addAll(cut);
            assertThat(((SmtpLost) failure("text")).mayHaveTheMail()).isFalse();
        }
        assertThat(heard).doesNotContain("text");
    }

    @Test
    void whatEndedAfterTheContentIsNot() {
        says("220 hi", "250 relay", "250 ok", "250 ok", "354 go on", "CUT");

        assertThat(((SmtpLost) failure("text")).mayHaveTheMail()).isTrue();
    }

    @Test
    void aKeptConnectionThatHasEndedIsReplaced() {
        says("220 hi", "250 relay", "250 ok", "250 ok", "354 go on", "250 taken");
        says("421 been idle");
        says("220 hi", "250 relay", "250 ok", "250 ok", "354 go on", "250 taken");

        send("first");
        send("second");

        assertThat(connections).hasValue(2);
        assertThat(heard.stream().filter("second"::equals)).hasSize(1);
    }

    @Test
    void whatIsNoRelayIsLeft() {
        says("HTTP/1.1 400 Bad Request");

        assertThat(failure("text")).isInstanceOf(SmtpLost.class);
    }

    @Test
    void aRelayThatFallsSilentIsLeft() {
        says("220 hi", "250 relay", "HANG");

        assertThat(((SmtpLost) failure("text")).mayHaveTheMail()).isFalse();
    }

    @Test
    void aRelayThatAnswersALetterAtATimeIsLeft() {
        says("DRIP");

        assertThat(((SmtpLost) failure("text")).mayHaveTheMail()).isFalse();
    }

    @Test
    void nothingGoesOutOnceTheMailIsGivenUp() {
        says("220 hi", "250 relay", "250 ok", "HANG");
        var sending = client.send(mail("text")).subscribe().with(nothing -> {}, failure -> {});
        await().until(() -> heard.contains("RCPT TO:<anna@example.org>"));

        sending.cancel();

        await().until(() -> sockets.isEmpty());
        assertThat(heard).doesNotContain("text");
    }

    @Test
    void whatIsSaidInPlainTextAfterStartTlsIsNotBelieved() {
        client = client(SmtpServer.Tls.OR_NOTHING, Optional.empty());
        says("220 hi", "250-relay\r\n250 STARTTLS", "220 go on\r\n250-relay\r\n250 AUTH PLAIN");

        assertThat(failure("text")).isInstanceOf(SSLException.class);
    }

    @Test
    void aPasswordIsToldInTheWayThatTheRelayKnows() {
        client = client(SmtpServer.Tls.NEVER, Optional.of(new SmtpServer.Login("u", "p")));
        says("220 hi", "250-relay\r\n250 AUTH=LOGIN", "334 VXNlcg==", "334 UGFzcw==", "235 in");
        says("250 ok", "250 ok", "354 go on", "250 taken");

        send("text");

        assertThat(heard).contains("AUTH LOGIN", "dQ==", "cA==");
        assertThat(new SmtpServer.Login("u", "p")).hasToString("Login");
    }

    @Test
    void aRelayThatKnowsNoPasswordsIsUnfit() {
        client = client(SmtpServer.Tls.NEVER, Optional.of(new SmtpServer.Login("u", "p")));
        says("220 hi", "250-relay\r\n250 AUTH GSSAPI");

        assertThat(((SmtpUnfit) failure("text")).lack()).isEqualTo(SmtpUnfit.Lack.LOGIN);
    }

    private SmtpClient client(SmtpServer.Tls tls, Optional<SmtpServer.Login> login) {
        return new SmtpClient(
                vertx,
                new SmtpServer(
                        "localhost",
                        relay.actualPort(),
                        "parley.example",
                        tls,
                        login,
                        Optional.empty(),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(1)));
    }

    private void says(String... answers) {
        script.addAll(List.of(answers));
    }

    private void send(String content) {
        client.send(mail(content)).await().atMost(Duration.ofSeconds(10));
    }

    private Throwable failure(String content) {
        return catchThrowable(() -> {
            try {
                send(content);
            } catch (CompletionException wrapped) {
                throw wrapped.getCause();
            }
        });
    }

    private SmtpRefusal refusal(String content) {
        return (SmtpRefusal) failure(content);
    }

    private static Mail mail(String content) {
        return new Mail("us@parley.example", "anna@example.org", content.getBytes(StandardCharsets.US_ASCII));
    }

    private void talk(NetSocket socket) {
        connections.incrementAndGet();
        sockets.add(socket);
        socket.closeHandler(nothing -> sockets.remove(socket));
        var inContent = new boolean[1];
        answer(socket);
        socket.handler(RecordParser.newDelimited("\r\n", line -> {
            heard.add(line.toString());
            if (inContent[0] && !line.toString().equals(".")) {
                return;
            }
            inContent[0] = answer(socket).startsWith("354");
        }));
    }

    private String answer(NetSocket socket) {
        var next = Optional.ofNullable(script.poll()).orElse("CUT");
        switch (next) {
            case "CUT" -> socket.close();
            case "HANG" -> {}
            case "DRIP" -> vertx.setPeriodic(200, timer -> socket.write("2"));
            default -> socket.write(next + "\r\n");
        }
        return next;
    }
}

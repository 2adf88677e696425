package io.parley.notification;

import java.io.File;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.parley.local.testing.RealParts;
import io.parley.notification.testing.ARequest;
import io.parley.notification.testing.PackagedService;
import io.parley.notification.testing.Ports;
import io.parley.notification.testing.ScriptedSms;
import io.parley.notification.testing.ScriptedSmtp;
import io.parley.notification.testing.ScriptedSmtp.Step;
import io.parley.notification.testing.Topics;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills the service at random moments while mail server and text gateway misbehave; in the end each request has its
 * outcome, none is lost, and what the servers got twice is what the ledger counts as unknowable.
 */
class KillIT {

    private static final int KILLS = Integer.getInteger("kills", 4);
    private static final int REQUESTS_PER_LIFE = 12;
    private static final Step[][] MAIL_SCRIPTS = {
        {},
        {},
        {},
        {Step.BUSY},
        {Step.BUSY, Step.BUSY},
        {Step.GONE},
        {Step.SPAM},
        {Step.CUT_AFTER_DATA},
        {Step.SILENT_AFTER_DATA},
        {Step.SLOW}
    };
    private static final Integer[][] TEXT_SCRIPTS = {
        {}, {}, {429}, {503, 500}, {400}, {ScriptedSms.CUT}, {504, 201}, {ScriptedSms.CUT, 429}
    };

    private final Random random = new Random(Long.getLong("seed", 20261116));
    private final List<ARequest> requests = new ArrayList<>();

    @TempDir
    File folder;

    private Map<String, String> parts;
    private Map<String, String> properties;

    @Test
    void noMessageIsLostHoweverOftenTheServiceIsKilled() throws Exception {
        var smtpPort = Integer.parseInt(Ports.free());
        var smsPort = Integer.parseInt(Ports.free());
        configure(smtpPort, smsPort);
        try (var smtp = new ScriptedSmtp(smtpPort);
                var sms = new ScriptedSms(smsPort);
                var service = new PackagedService(properties, new File(folder, "service.log"))) {
            for (var life = 0; life < KILLS; life++) {
                service.start();
                publishSome(smtp, sms);
                waitAWhile(service, life);
                service.kill();
            }
            service.start();
            Awaitility.await().atMost(Duration.ofMinutes(3)).untilAsserted(this::everythingHasComeToItsEnd);

            requests.forEach(request -> check(request, smtp, sms));
            checkDeliveries();
            replayedFromTheStartNothingIsSentAgain(service, smtp, sms);
        }
    }

    private void configure(int smtpPort, int smsPort) {
        var real = new RealParts();
        real.init(Map.of("database", "notification"));
        parts = real.start();
        System.setProperty("kafka.bootstrap.servers", parts.get("kafka.bootstrap.servers"));
        properties = new HashMap<>(parts);
        properties.putAll(Map.of(
                "quarkus.http.port",
                Ports.free(),
                "quarkus.management.port",
                Ports.free(),
                "parley.gateways.named.smtp.host",
                "localhost",
                "parley.gateways.named.smtp.port",
                Integer.toString(smtpPort),
                "parley.gateways.named.smtp.timeout",
                "2s",
                "parley.gateways.named.twilio.url",
                "http://localhost:" + smsPort,
                "parley.gateways.named.twilio.timeout",
                "2s"));
        properties.putAll(Map.of(
                "parley.sending.first-retry", "200ms",
                "parley.sending.lease", "2s",
                "parley.sending.renew-every", "500ms",
                "parley.limits.agent-per-hour", "1000000",
                "parley.limits.prefix-per-hour", "1000000",
                // A killed consumer's partitions come back soon
                "mp.messaging.incoming.messages.session.timeout.ms", "6000"));
    }

    private void publishSome(ScriptedSmtp smtp, ScriptedSms sms) {
        for (var number = 0; number < REQUESTS_PER_LIFE; number++) {
            var request = random.nextBoolean() ? aScriptedMail(smtp) : aScriptedText(sms);
            requests.add(request);
            Topics.publish(request);
            if (random.nextInt(5) == 0) {
                Topics.publish(request);
            }
            if (random.nextInt(6) == 0) {
                Topics.cancel(request, "SUPERSEDED");
            }
        }
    }

    private ARequest aScriptedMail(ScriptedSmtp smtp) {
        var request = ARequest.byMail();
        smtp.script(request.to(), MAIL_SCRIPTS[random.nextInt(MAIL_SCRIPTS.length)]);
        return request;
    }

    private ARequest aScriptedText(ScriptedSms sms) {
        var request = ARequest.bySms();
        sms.script(request.to(), TEXT_SCRIPTS[random.nextInt(TEXT_SCRIPTS.length)]);
        return request;
    }

    /** The first life is long enough to begin at all; later ones end at any moment, some while still starting. */
    private void waitAWhile(PackagedService service, int life) throws InterruptedException {
        if (life == 0 || random.nextInt(5) > 0) {
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(service::isReady);
        }
        Thread.sleep(random.nextInt(2500));
    }

    private void everythingHasComeToItsEnd() {
        assertThat(Long.valueOf(requests.size()))
                .isEqualTo(number("select count(*) from message where id in (" + ids() + ")"
                        + " and state not in ('REQUESTED', 'SENDING')"));
    }

    private void check(ARequest request, ScriptedSmtp smtp, ScriptedSms sms) {
        var row = "from message where id = '" + request.messageId() + "'";
        var state = text("select state " + row);
        var unknown = number("select unknown " + row);
        var handovers = handovers(request, smtp, sms);

        assertThat(handovers)
                .as("handovers of " + request.messageId() + " " + state)
                .isLessThanOrEqualTo(unknown + 1);
        if (state.equals("SENT")) {
            assertThat(handovers).isPositive();
        }
        if (state.equals("SUPERSEDED")) {
            assertThat(handovers).isLessThanOrEqualTo(unknown);
        }
        assertThat(state).isIn("SENT", "UNDELIVERED", "SUPERSEDED");
        assertThat(number("select count(*) from content where message_id = '" + request.messageId() + "'"))
                .isZero();
    }

    /** How often a server had all of a message without refusing it. */
    private static long handovers(ARequest request, ScriptedSmtp smtp, ScriptedSms sms) {
        var mails = smtp.mailsTo(request.to());
        assertThat(mails).allSatisfy(mail -> assertThat(mail.header("Message-ID"))
                .isEqualTo("<" + request.messageId() + "@parley.example>"));
        var texts = sms.textsTo(request.to()).stream()
                .filter(text -> List.of("0", "201", "504").contains(text.get("status")))
                .collect(toList());
        assertThat(texts).allSatisfy(text -> assertThat(text.get("token"))
                .isEqualTo(request.messageId().toString()));
        return mails.stream().filter(mail -> mail.step() != Step.SPAM).count() + texts.size();
    }

    private void checkDeliveries() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        number("select count(*) from outbox"))
                .isZero());
        var facts = Topics.readAll("parley.deliveries");
        requests.forEach(request -> {
            var state = text("select state from message where id = '" + request.messageId() + "'");
            var events = facts.stream()
                    .filter(fact -> fact.value().contains(request.messageId().toString()))
                    .map(fact -> Topics.header(fact, "ce_type") + " " + Topics.header(fact, "ce_id"))
                    .distinct();
            var expected = state.equals("SUPERSEDED")
                    ? Stream.<String>empty()
                    : Stream.of("parley.message." + state.toLowerCase() + ".v1");
            assertThat(events.map(event -> event.split(" ")[0])).containsExactlyElementsOf(expected.collect(toList()));
        });
    }

    private void replayedFromTheStartNothingIsSentAgain(PackagedService service, ScriptedSmtp smtp, ScriptedSms sms)
            throws IOException, InterruptedException {
        var before = requests.stream()
                .mapToLong(request -> handovers(request, smtp, sms))
                .sum();
        service.kill();
        properties.put("mp.messaging.incoming.messages.group.id", "replay");
        var later = ARequest.byMail();
        try (var replaying = new PackagedService(properties, new File(folder, "replay.log"))) {
            replaying.start();
            Topics.publish(later);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> smtp.mailsTo(later.to()).size() == 1);
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> Topics.lag("replay", "parley.messages") == 0);
        }
        assertThat(requests.stream()
                        .mapToLong(request -> handovers(request, smtp, sms))
                        .sum())
                .isEqualTo(before);
    }

    private String ids() {
        return String.join(
                ",",
                requests.stream()
                        .map(request -> "'" + request.messageId() + "'")
                        .collect(toList()));
    }

    private long number(String sql) {
        return Long.parseLong(text(sql));
    }

    private String text(String sql) {
        var url = parts.get("quarkus.datasource.jdbc.url");
        try (var connection = DriverManager.getConnection(url, "notification", "notification");
                var result = connection.createStatement().executeQuery(sql)) {
            result.next();
            return result.getString(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}

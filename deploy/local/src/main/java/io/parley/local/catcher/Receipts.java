package io.parley.local.catcher;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.parley.local.web.BasicCredentials;
import io.parley.local.web.Form;

/** Tells the sender of a text what became of it: sent, then delivered, signed as Twilio signs, tried several times. */
final class Receipts {

    private static final Logger LOG = LoggerFactory.getLogger(Receipts.class);
    private static final int ATTEMPTS = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final BasicCredentials account;

    Receipts(BasicCredentials account) {
        this.account = account;
    }

    void send(String url, Message message) {
        post(url, message, "sent", 1).thenCompose(done -> post(url, message, "delivered", 1));
    }

    /** Completes when the receipt is taken, refused for good, or given up. */
    private CompletableFuture<Void> post(String url, Message message, String status, int attempt) {
        return request(url, receipt(message, status)).thenCompose(taken -> {
            if (taken || attempt == ATTEMPTS) {
                return CompletableFuture.completedFuture(null);
            }
            return pause(attempt).thenCompose(done -> post(url, message, status, attempt + 1));
        });
    }

    private CompletableFuture<Boolean> request(String url, Map<String, String> receipt) {
        try {
            var request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(Duration.ofSeconds(5))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("X-Twilio-Signature", TwilioSignature.of(account.password(), url, receipt))
                    .POST(HttpRequest.BodyPublishers.ofString(Form.of(receipt).encoded()))
                    .build();
            return http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                    .thenApply(answer -> answer.statusCode() < 500)
                    .exceptionally(away -> false);
        } catch (IllegalArgumentException e) {
            LOG.warn("a receipt cannot be posted to {}", url);
            return CompletableFuture.completedFuture(true);
        }
    }

    private Map<String, String> receipt(Message message, String status) {
        return new TreeMap<>(Map.of(
                "AccountSid", account.user(),
                "MessageSid", message.id(),
                "MessageStatus", status,
                "SmsSid", message.id(),
                "SmsStatus", status,
                "To", message.to(),
                "From", message.from(),
                "ApiVersion", "2010-04-01"));
    }

    private static CompletableFuture<Void> pause(int attempt) {
        long millis = FIRST_PAUSE.toMillis() << attempt - 1;
        Executor later = CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, Runnable::run);
        return CompletableFuture.runAsync(() -> {}, later);
    }
}

package io.parley.benchmarks.mail;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;

/** The reference: Vert.x's mail client and nothing else, with as many connections as the service has. */
final class BareClient {

    private static final int CONNECTIONS = 32;

    private final MailClient client;

    BareClient(Vertx vertx, int port) {
        client = MailClient.create(
                vertx, new MailConfig().setHostname("localhost").setPort(port).setMaxPoolSize(CONNECTIONS));
    }

    /** Done when the server has taken all of them. */
    void send(int mails, String text, String html) {
        var done = new CompletableFuture<Void>();
        var started = new AtomicInteger();
        var ended = new AtomicInteger();
        for (var lane = 0; lane < CONNECTIONS; lane++) {
            next(mails, text, html, started, ended, done);
        }
        done.join();
    }

    private void next(
            int mails,
            String text,
            String html,
            AtomicInteger started,
            AtomicInteger ended,
            CompletableFuture<Void> done) {
        if (started.incrementAndGet() > mails) {
            return;
        }
        var mail = new MailMessage()
                .setFrom("no-reply@parley.example")
                .setTo("anna@example.org")
                .setSubject("Alice Arden invites you to a private room")
                .setText(text)
                .setHtml(html);
        client.sendMail(mail).onComplete(sent -> {
            if (sent.failed()) {
                done.completeExceptionally(sent.cause());
            } else if (ended.incrementAndGet() == mails) {
                done.complete(null);
            } else {
                next(mails, text, html, started, ended, done);
            }
        });
    }
}

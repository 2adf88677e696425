package io.parley.benchmarks.mail;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

import io.vertx.core.Vertx;

import io.parley.local.testing.RealParts;

/**
 * P12: mails through the whole notification-service, from the publishing of their requests until the sink has the last
 * one, against a bare client that sends as many of the same size to the same sink; in turn, several rounds.
 */
public final class MailRate {

    private static final int MAILS = Integer.getInteger("mails", 3_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    /** As the sizes of an invitation. */
    private static final String TEXT = "A line of an invitation, as long as most.\n".repeat(10);

    private static final String HTML = "<p>A line of an invitation, as long as most of them are.</p>\n".repeat(50);

    private MailRate() {}

    public static void main(String[] arguments) throws Exception {
        var top = Path.of(arguments.length == 0 ? "../.." : arguments[0]);
        var real = new RealParts();
        real.init(Map.of("database", "notification"));
        var parts = real.start();
        var vertx = Vertx.vertx();
        var sink = new Sink(vertx);
        var bare = new BareClient(vertx, sink.port());
        var ratios = new double[ROUNDS];
        try (var service = new ThroughTheService(
                        parts, top.resolve("notification-service/target/quarkus-app/quarkus-run.jar"), sink.port());
                var requests = new Requests(parts.get("kafka.bootstrap.servers"), top.resolve("contracts"))) {
            // Warm, both of them
            for (var round = 0; round < 3; round++) {
                bare.send(MAILS, TEXT, HTML);
                ours(requests, sink);
            }
            for (var round = 0; round < ROUNDS; round++) {
                var before = System.nanoTime();
                bare.send(MAILS, TEXT, HTML);
                var reference = rate(before);
                before = System.nanoTime();
                ours(requests, sink);
                var own = rate(before);
                ratios[round] = own / reference;
                System.out.printf(
                        "round %d: bare %.0f/s, service %.0f/s, ratio %.2f%n",
                        round + 1, reference, own, ratios[round]);
            }
        }
        Arrays.sort(ratios);
        System.out.printf("median of %d ratios: %.2f%n", ROUNDS, ratios[ROUNDS / 2]);
        System.exit(0);
    }

    private static void ours(Requests requests, Sink sink) throws InterruptedException {
        var goal = sink.taken() + MAILS;
        requests.publish(MAILS);
        while (sink.taken() < goal) {
            Thread.sleep(2);
        }
    }

    private static double rate(long since) {
        return MAILS / ((System.nanoTime() - since) / 1e9);
    }
}

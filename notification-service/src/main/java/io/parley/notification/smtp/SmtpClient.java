package io.parley.notification.smtp;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.PemTrustOptions;

/**
 * Sends mails to one relay, over connections that are kept for the next ones. It opens as many as are sending at once:
 * whoever calls it knows how many that may be.
 *
 * <p>A mail goes out in two writes: the envelope, where the relay takes it in one, and the whole content.
 */
public final class SmtpClient {

    private static final long EVERY_SECOND = 1000;

    private final Vertx vertx;
    private final SmtpServer server;
    private final NetClient net;
    private final Deque<SmtpConnection> idle = new ConcurrentLinkedDeque<>();
    private final long longestRest;
    private final long cleaning;
    private volatile boolean closed;

    public SmtpClient(Vertx vertx, SmtpServer server) {
        this.vertx = vertx;
        this.server = server;
        this.net = vertx.createNetClient(options(server));
        // Shorter than the idle timeout, so that we let go before the socket does
        this.longestRest = server.timeout().toNanos() / 2;
        this.cleaning = vertx.setPeriodic(EVERY_SECOND, timer -> clean());
    }

    /**
     * Done when the relay has taken the mail. Fails with {@link SmtpRefusal}, {@link SmtpLost}, {@link SmtpUnfit}, or
     * with what kept the connection from coming about. Whoever cancels it closes the connection: nothing goes out
     * afterwards.
     */
    public Uni<Void> send(Mail mail) {
        return Uni.createFrom().emitter(emitter -> {
            var errand = new Errand(this, mail);
            emitter.onTermination(errand::abandon);
            errand.run().onSuccess(emitter::complete).onFailure(emitter::fail);
        });
    }

    public void close() {
        closed = true;
        vertx.cancelTimer(cleaning);
        for (var one = idle.poll(); one != null; one = idle.poll()) {
            one.quit();
        }
        net.close();
    }

    /** One that has been used before; null if there is none. */
    SmtpConnection idle() {
        var one = idle.pollLast();
        while (one != null && !one.isOpen()) {
            one = idle.pollLast();
        }
        return one;
    }

    /** All of it on one event loop: elsewhere the greeting may come before anybody listens. */
    Future<SmtpConnection> open() {
        Promise<SmtpConnection> opened = Promise.promise();
        vertx.getOrCreateContext().runOnContext(nothing -> net.connect(server.port(), server.host())
                .compose(socket -> open(new SmtpConnection(socket)))
                .onComplete(opened));
        return opened.future();
    }

    /** One that answers a letter at a time would keep us for ever. */
    private Future<SmtpConnection> open(SmtpConnection connection) {
        var patience = vertx.setTimer(server.timeout().toMillis(), timer -> connection.close());
        return new Opening(server, connection).run().onComplete(opened -> vertx.cancelTimer(patience));
    }

    void release(SmtpConnection connection) {
        if (closed) {
            connection.quit();
        } else if (connection.isOpen()) {
            connection.rest();
            idle.addLast(connection);
        }
    }

    private void clean() {
        for (var one = idle.peekFirst();
                one != null && (!one.isOpen() || one.hasRestedFor(longestRest));
                one = idle.peekFirst()) {
            if (idle.remove(one)) {
                one.quit();
            }
        }
    }

    private static NetClientOptions options(SmtpServer server) {
        var options = new NetClientOptions()
                .setSsl(server.tls() == SmtpServer.Tls.FROM_THE_FIRST_BYTE)
                .setHostnameVerificationAlgorithm("HTTPS")
                .setConnectTimeout((int) server.connectTimeout().toMillis())
                .setIdleTimeout((int) server.timeout().toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        server.trust().ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file)));
        return options;
    }
}

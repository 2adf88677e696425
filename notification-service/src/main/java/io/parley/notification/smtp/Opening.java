package io.parley.notification.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.net.ssl.SSLException;

import io.vertx.core.Future;

/** What is said before the first mail: greeting, encryption, login. */
final class Opening {

    private static final int NOT_IMPLEMENTED = 502;
    private static final int NOT_UNDERSTOOD = 500;

    private final SmtpServer server;
    private final SmtpConnection connection;

    Opening(SmtpServer server, SmtpConnection connection) {
        this.server = server;
        this.connection = connection;
    }

    Future<SmtpConnection> run() {
        return connection
                .hear(Step.GREETING)
                .compose(welcome -> hello())
                .compose(greeted -> encrypt())
                .compose(secured -> login())
                .map(ready -> connection)
                .onFailure(failure -> connection.close());
    }

    private Future<Void> hello() {
        return connection
                .ask(Step.HELLO, "EHLO " + server.ownName())
                .<Void>map(reply -> {
                    connection.knows(Capabilities.of(reply.lines()));
                    return null;
                })
                .recover(this::helloOfOld);
    }

    private Future<Void> helloOfOld(Throwable failure) {
        return failure instanceof SmtpRefusal
                        && (((SmtpRefusal) failure).code() == NOT_IMPLEMENTED
                                || ((SmtpRefusal) failure).code() == NOT_UNDERSTOOD)
                ? connection.ask(Step.HELLO, "HELO " + server.ownName()).mapEmpty()
                : Future.failedFuture(failure);
    }

    private Future<Void> encrypt() {
        var offered = connection.capabilities().startTls();
        return switch (server.tls()) {
            case NEVER, FROM_THE_FIRST_BYTE -> Future.succeededFuture();
            case WHERE_OFFERED -> offered ? startTls() : Future.succeededFuture();
            case OR_NOTHING -> offered ? startTls() : Future.failedFuture(new SmtpUnfit(SmtpUnfit.Lack.TLS));
        };
    }

    /** What it said before is forgotten: anybody on the way may have said it. */
    private Future<Void> startTls() {
        return connection
                .ask(Step.TLS, "STARTTLS")
                .compose(ready -> connection.hasUnread()
                        ? Future.failedFuture(new SSLException("more in plain text"))
                        : connection.encrypt())
                .compose(encrypted -> {
                    connection.knows(Capabilities.NONE);
                    return hello();
                });
    }

    private Future<Void> login() {
        if (server.login().isEmpty()) {
            return Future.succeededFuture();
        }
        var login = server.login().get();
        var ways = connection.capabilities().logins();
        if (ways.contains("PLAIN")) {
            return connection
                    .ask(Step.LOGIN, "AUTH PLAIN " + base64("\0" + login.user() + "\0" + login.password()))
                    .mapEmpty();
        }
        return ways.contains("LOGIN")
                ? connection
                        .ask(Step.LOGIN_BEGUN, "AUTH LOGIN")
                        .compose(asked -> connection.ask(Step.LOGIN_BEGUN, base64(login.user())))
                        .compose(asked -> connection.ask(Step.LOGIN, base64(login.password())))
                        .mapEmpty()
                : Future.failedFuture(new SmtpUnfit(SmtpUnfit.Lack.LOGIN));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

package io.parley.notification.smtp;

import io.vertx.core.Future;

/** One mail's way to the relay; once it is abandoned, nothing of the mail goes out any more. */
final class Errand {

    private final SmtpClient client;
    private final Mail mail;
    private SmtpConnection connection;
    private boolean over;

    Errand(SmtpClient client, Mail mail) {
        this.client = client;
        this.mail = mail;
    }

    /** A kept connection may have ended without our knowing; as long as no content went out, a new one is tried. */
    Future<Void> run() {
        var kept = client.idle();
        return kept == null
                ? overANewOne()
                : over(kept).recover(failure -> isStale(failure) ? overANewOne() : Future.failedFuture(failure));
    }

    /** Harmless when it is done. */
    synchronized void abandon() {
        if (!over) {
            over = true;
            if (connection != null) {
                connection.close();
            }
        }
    }

    private Future<Void> overANewOne() {
        return client.open().compose(this::over);
    }

    private Future<Void> over(SmtpConnection next) {
        if (!take(next)) {
            return Future.failedFuture(new SmtpLost(false));
        }
        return next.send(mail).onComplete(sent -> letGo(next));
    }

    private synchronized boolean take(SmtpConnection next) {
        if (over) {
            next.close();
            return false;
        }
        connection = next;
        return true;
    }

    private synchronized void letGo(SmtpConnection used) {
        connection = null;
        client.release(used);
    }

    private static boolean isStale(Throwable failure) {
        return failure instanceof SmtpLost && !((SmtpLost) failure).mayHaveTheMail()
                || failure instanceof SmtpRefusal && ((SmtpRefusal) failure).code() == Reply.GOING_AWAY;
    }
}

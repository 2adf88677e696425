package io.parley.notification.gateway;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.ext.mail.SMTPException;

import io.parley.notification.message.model.Handover;
import io.parley.notification.message.model.Reason;

/** What an SMTP dialogue's failure says about the message. */
final class SmtpAnswers {

    private static final int PERMANENT = 500;

    private SmtpAnswers() {}

    /** An answer of the server decides; without one, only a connection that never came about is known to be nothing. */
    static Handover read(Throwable failure) {
        if (failure instanceof SMTPException) {
            return read((SMTPException) failure);
        }
        if (failure instanceof ConnectException
                || failure instanceof UnknownHostException
                || failure instanceof ConnectTimeoutException) {
            return Handover.deferred("unreachable");
        }
        if (failure instanceof SSLException) {
            return Handover.broken("tls-failed");
        }
        if (said(failure).contains("starttls")) {
            return Handover.broken("tls-missing");
        }
        return said(failure).contains("login is required")
                ? Handover.broken("login-impossible")
                : Handover.unknown("connection-lost");
    }

    private static Handover read(SMTPException answer) {
        var code = answer.getReplyCode();
        if (code < PERMANENT) {
            return Handover.deferred("smtp-" + code);
        }
        var step = said(answer);
        if (step.contains("recipient address")) {
            return Handover.refused(Reason.ADDRESS_REJECTED);
        }
        if (step.contains("sending data") || step.contains("allowed size")) {
            return Handover.refused(Reason.CONTENT_REJECTED);
        }
        return Handover.broken("smtp-" + code);
    }

    private static String said(Throwable failure) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    }
}

package io.parley.notification.gateway;

import java.io.IOException;
import javax.net.ssl.SSLException;

import io.parley.notification.message.model.Handover;
import io.parley.notification.message.model.Reason;
import io.parley.notification.smtp.SmtpLost;
import io.parley.notification.smtp.SmtpRefusal;
import io.parley.notification.smtp.SmtpUnfit;
import io.parley.notification.smtp.Step;

/** What an SMTP dialogue's failure says about the message. */
final class SmtpAnswers {

    private static final int TOO_LARGE = 552;

    private SmtpAnswers() {}

    /** An answer of the server decides; without one, the mail may be there only once its content has begun to go out. */
    static Handover read(Throwable failure) {
        if (failure instanceof SmtpRefusal) {
            return read((SmtpRefusal) failure);
        }
        if (failure instanceof SmtpLost && !((SmtpLost) failure).mayHaveTheMail()) {
            return Handover.deferred("connection-lost");
        }
        if (failure instanceof SmtpUnfit) {
            return Handover.broken(
                    ((SmtpUnfit) failure).lack() == SmtpUnfit.Lack.TLS ? "tls-missing" : "login-impossible");
        }
        if (failure instanceof SSLException) {
            return Handover.broken("tls-failed");
        }
        return failure instanceof IOException ? Handover.deferred("unreachable") : Handover.unknown("connection-lost");
    }

    private static Handover read(SmtpRefusal refusal) {
        if (!refusal.isForGood()) {
            return Handover.deferred("smtp-" + refusal.code());
        }
        if (refusal.step() == Step.RECIPIENT) {
            return Handover.refused(Reason.ADDRESS_REJECTED);
        }
        return refusal.step() == Step.CONTENT || refusal.code() == TOO_LARGE
                ? Handover.refused(Reason.CONTENT_REJECTED)
                : Handover.broken("smtp-" + refusal.code());
    }
}

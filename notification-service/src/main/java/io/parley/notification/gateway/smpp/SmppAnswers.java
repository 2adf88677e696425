package io.parley.notification.gateway.smpp;

import java.util.Set;

import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.util.DeliveryReceiptState;

import io.parley.notification.message.model.Handover;
import io.parley.notification.message.model.Reason;
import io.parley.notification.message.model.Receipt;

/** What a message centre's answers and receipts say about the message. */
final class SmppAnswers {

    private static final Set<Integer> NOT_NOW = Set.of(
            SMPPConstant.STAT_ESME_RTHROTTLED,
            SMPPConstant.STAT_ESME_RMSGQFUL,
            SMPPConstant.STAT_ESME_RSYSERR,
            SMPPConstant.STAT_ESME_RX_T_APPN);
    private static final Set<Integer> NO_SUCH_NUMBER = Set.of(
            SMPPConstant.STAT_ESME_RINVDSTADR,
            SMPPConstant.STAT_ESME_RINVDSTTON,
            SMPPConstant.STAT_ESME_RINVDSTNPI,
            SMPPConstant.STAT_ESME_RINVDSTADDRSUBUNIT);
    private static final Set<Integer> NOT_US =
            Set.of(SMPPConstant.STAT_ESME_RBINDFAIL, SMPPConstant.STAT_ESME_RINVPASWD, SMPPConstant.STAT_ESME_RALYBND);

    private SmppAnswers() {}

    /** Only an answer is certain; a time-out, a cut connection or nonsense leaves it open. */
    static Handover read(Throwable failure) {
        if (failure instanceof PDUException) {
            // It can't even be written
            return Handover.refused(Reason.CONTENT_REJECTED);
        }
        return failure instanceof NegativeResponseException
                ? read(((NegativeResponseException) failure).getCommandStatus())
                : Handover.unknown("connection-lost");
    }

    static Receipt read(DeliveryReceiptState state) {
        return switch (state) {
            case DELIVRD -> Receipt.DELIVERED;
            case EXPIRED, DELETED, UNDELIV, REJECTD -> Receipt.UNDELIVERED;
            case ENROUTE, ACCEPTD, UNKNOWN -> Receipt.SENT;
        };
    }

    private static Handover read(int status) {
        var said = "smpp-" + Integer.toHexString(status);
        if (NOT_NOW.contains(status)) {
            return Handover.deferred(said);
        }
        if (NO_SUCH_NUMBER.contains(status)) {
            return Handover.refused(Reason.NUMBER_REJECTED);
        }
        return NOT_US.contains(status) ? Handover.broken(said) : Handover.refused(Reason.CONTENT_REJECTED);
    }
}

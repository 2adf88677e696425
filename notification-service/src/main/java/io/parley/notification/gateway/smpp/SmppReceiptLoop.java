package io.parley.notification.gateway.smpp;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.quarkus.logging.Log;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.util.DeliveryReceiptState;
import org.jsmpp.util.InvalidDeliveryReceiptException;

import io.parley.notification.gateway.ReceiptSink;

/**
 * Takes the receipts of a message centre. One is acknowledged when it is committed; one under a reference that nobody
 * knows is asked for again, for it may have overtaken its own handover, but not for ever.
 */
final class SmppReceiptLoop implements MessageReceiverListener {

    private static final int COMMIT_SECONDS = 5;
    /** A receipt may be faster than the commit of the answer that tells its reference. */
    private static final int LOOK_UPS = 10;

    private static final long LOOK_UP_PAUSE = 200;

    private final String name;
    private final ReceiptSink receipts;
    private final UnknownReferences unknown;

    SmppReceiptLoop(String name, Duration patience, ReceiptSink receipts) {
        this.name = name;
        this.receipts = receipts;
        this.unknown = new UnknownReferences(patience);
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm delivered) throws ProcessRequestException {
        if (!delivered.isSmscDeliveryReceipt()) {
            return;
        }
        try {
            var receipt = delivered.getShortMessageAsDeliveryReceipt();
            if (receipt.getFinalStatus() != null) {
                take(receipt.getId(), receipt.getFinalStatus());
            }
        } catch (InvalidDeliveryReceiptException e) {
            Log.warnf("Receipt can't be read: gateway=%s", name);
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            throw later();
        }
    }

    private void take(String reference, DeliveryReceiptState state)
            throws ProcessRequestException, ExecutionException, TimeoutException, InterruptedException {
        var last = unknown.hasHadItsTime(reference, System.nanoTime());
        if (isTaken(reference, state, last ? 1 : LOOK_UPS)) {
            unknown.forget(reference);
        } else if (last) {
            unknown.forget(reference);
            receipts.giveUp(name);
        } else {
            throw later();
        }
    }

    private boolean isTaken(String reference, DeliveryReceiptState state, int lookUps)
            throws ExecutionException, TimeoutException, InterruptedException {
        for (var lookUp = 0; lookUp < lookUps; lookUp++) {
            if (lookUp > 0) {
                Thread.sleep(LOOK_UP_PAUSE);
            }
            var taken = receipts.take(name, reference, SmppAnswers.read(state), "not-delivered")
                    .subscribeAsCompletionStage()
                    .get(COMMIT_SECONDS, TimeUnit.SECONDS);
            if (taken) {
                return true;
            }
        }
        return false;
    }

    /** The message centre keeps the receipt and comes again. */
    private static ProcessRequestException later() {
        return new ProcessRequestException("later", SMPPConstant.STAT_ESME_RX_T_APPN);
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification notification) {}

    @Override
    public DataSmResult onAcceptDataSm(DataSm dataSm, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("not taken", SMPPConstant.STAT_ESME_RX_R_APPN);
    }
}

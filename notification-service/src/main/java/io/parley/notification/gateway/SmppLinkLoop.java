package io.parley.notification.gateway;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.quarkus.logging.Log;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.util.DeliveryReceiptState;
import org.jsmpp.util.InvalidDeliveryReceiptException;

/**
 * Keeps one connection to a message centre bound, for texts going out and receipts coming in, and binds it again
 * whenever it is lost. A receipt is acknowledged when it is committed.
 */
final class SmppLinkLoop implements MessageReceiverListener {

    private static final int ENQUIRE_AFTER = 10_000;
    private static final long PAUSE = 1_000;
    private static final int COMMIT_SECONDS = 5;
    /** A receipt may be faster than the commit of the answer that tells its reference. */
    private static final int LOOK_UPS = 10;

    private static final long LOOK_UP_PAUSE = 200;

    private final String name;
    private final GatewayConfig.Settings settings;
    private final ReceiptSink receipts;
    private final ConnectionFactory connections;
    private final Thread thread;
    private volatile SMPPSession session;
    private volatile boolean closed;

    SmppLinkLoop(String name, GatewayConfig.Settings settings, ReceiptSink receipts) {
        this.name = name;
        this.settings = settings;
        this.receipts = receipts;
        this.connections = SmppConnections.of(settings);
        this.thread = new Thread(this::run, "smpp-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** The connection, if it is bound. */
    Optional<SMPPSession> session() {
        var current = session;
        return current != null && current.getSessionState().isBound() ? Optional.of(current) : Optional.empty();
    }

    void close() {
        closed = true;
        thread.interrupt();
        session().ifPresent(SMPPSession::unbindAndClose);
    }

    private void run() {
        while (!closed) {
            try {
                if (session().isEmpty()) {
                    bind();
                }
                Thread.sleep(PAUSE);
            } catch (IOException | RuntimeException e) {
                // Whatever it is, the next try is a second away
                Log.warnf("Message centre can't be bound: gateway=%s error=%s", name, e.toString());
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private void bind() throws IOException {
        var next = new SMPPSession(connections);
        next.setEnquireLinkTimer(ENQUIRE_AFTER);
        next.setTransactionTimer(settings.timeout().toMillis());
        next.setMessageReceiverListener(this);
        next.connectAndBind(
                settings.host().orElse("localhost"),
                settings.port().orElse(2775),
                new BindParameter(
                        BindType.BIND_TRX,
                        settings.user().orElse(""),
                        settings.password().orElse(""),
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        null),
                settings.connectTimeout().toMillis());
        session = next;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm delivered) throws ProcessRequestException {
        if (!delivered.isSmscDeliveryReceipt()) {
            return;
        }
        try {
            var receipt = delivered.getShortMessageAsDeliveryReceipt();
            if (receipt.getFinalStatus() != null && !takeSoon(receipt.getId(), receipt.getFinalStatus())) {
                throw later();
            }
        } catch (InvalidDeliveryReceiptException e) {
            Log.warnf("Receipt can't be read: gateway=%s", name);
        }
    }

    private boolean takeSoon(String reference, DeliveryReceiptState state) throws ProcessRequestException {
        try {
            for (var lookUp = 0; lookUp < LOOK_UPS; lookUp++) {
                var taken = new CompletableFuture<Boolean>();
                receipts.take(name, reference, SmppAnswers.read(state), "not-delivered")
                        .subscribe()
                        .with(taken::complete, taken::completeExceptionally);
                if (taken.get(COMMIT_SECONDS, TimeUnit.SECONDS)) {
                    return true;
                }
                Thread.sleep(LOOK_UP_PAUSE);
            }
            return false;
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            throw later();
        }
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

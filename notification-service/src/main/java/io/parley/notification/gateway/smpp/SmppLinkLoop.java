package io.parley.notification.gateway.smpp;

import java.io.IOException;
import java.util.Optional;

import io.quarkus.logging.Log;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.ConnectionFactory;

import io.parley.notification.gateway.GatewayConfig;

/**
 * Keeps one connection to a message centre bound, for texts going out and receipts coming in, and binds it again
 * whenever it is lost.
 */
final class SmppLinkLoop {

    private static final int ENQUIRE_AFTER = 10_000;
    private static final long PAUSE = 1_000;

    private final String name;
    private final GatewayConfig.Settings settings;
    private final MessageReceiverListener receipts;
    private final ConnectionFactory connections;
    private final Thread thread;
    private volatile SMPPSession session;
    private volatile boolean closed;

    SmppLinkLoop(String name, GatewayConfig.Settings settings, MessageReceiverListener receipts) {
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
        next.setMessageReceiverListener(receipts);
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
}

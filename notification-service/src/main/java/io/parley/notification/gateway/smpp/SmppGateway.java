package io.parley.notification.gateway.smpp;

import java.io.IOException;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;

import io.parley.notification.gateway.Gateway;
import io.parley.notification.gateway.GatewayConfig;
import io.parley.notification.gateway.ReceiptSink;
import io.parley.notification.gateway.SenderName;
import io.parley.notification.message.model.Handover;
import io.parley.notification.message.model.Letter;

/**
 * Hands texts to a message centre by SMPP 3.4. As many handovers as there are workers are under way at once: that is
 * the window. A repeat carries the same user message reference.
 */
public final class SmppGateway implements Gateway {

    private static final byte NORMAL = 0;

    private final String name;
    private final GatewayConfig.Settings settings;
    private final SmppLinkLoop link;
    private final WorkerExecutor window;

    private SmppGateway(String name, GatewayConfig.Settings settings, SmppLinkLoop link, WorkerExecutor window) {
        this.name = name;
        this.settings = settings;
        this.link = link;
        this.window = window;
    }

    public static SmppGateway create(String name, GatewayConfig.Settings settings, ReceiptSink receipts, Vertx vertx) {
        return new SmppGateway(
                name,
                settings,
                new SmppLinkLoop(name, settings, new SmppReceiptLoop(name, settings.receiptPatience(), receipts)),
                vertx.createSharedWorkerExecutor("smpp-" + name, settings.connections()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int connections() {
        return settings.connections();
    }

    @Override
    public Uni<Handover> handOver(Letter letter) {
        var session = link.session();
        if (session.isEmpty()) {
            return Uni.createFrom().item(Handover.deferred("unreachable"));
        }
        return window.executeBlocking(() -> submit(session.get(), letter), false)
                .map(Handover::accepted)
                .onFailure()
                .recoverWithItem(SmppAnswers::read);
    }

    @Override
    public void close() {
        link.close();
        window.closeAndForget();
    }

    private String submit(SMPPSession session, Letter letter)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        var text = SmppText.of(letter.text());
        var sender = sender(letter);
        return session.submitShortMessage(
                        "",
                        sender.matches("\\+?\\d+") ? TypeOfNumber.INTERNATIONAL : TypeOfNumber.ALPHANUMERIC,
                        NumberingPlanIndicator.UNKNOWN,
                        sender.replace("+", ""),
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        letter.to().replace("+", ""),
                        new ESMClass(),
                        NORMAL,
                        NORMAL,
                        null,
                        null,
                        new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                        NORMAL,
                        new RawDataCoding(text.dataCoding()),
                        NORMAL,
                        text.bytes(),
                        new OptionalParameter.User_message_reference(
                                (short) letter.messageId().hashCode()))
                .getMessageId();
    }

    private String sender(Letter letter) {
        return SenderName.of(letter.sender()).orElse(settings.from().orElse("Parley"));
    }
}

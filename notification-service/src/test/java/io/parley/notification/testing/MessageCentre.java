package io.parley.notification.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import com.cloudhopper.commons.charset.CharsetUtil;
import com.cloudhopper.smpp.SmppConstants;
import com.cloudhopper.smpp.SmppServerConfiguration;
import com.cloudhopper.smpp.SmppServerHandler;
import com.cloudhopper.smpp.SmppServerSession;
import com.cloudhopper.smpp.SmppSessionConfiguration;
import com.cloudhopper.smpp.impl.DefaultSmppServer;
import com.cloudhopper.smpp.impl.DefaultSmppSessionHandler;
import com.cloudhopper.smpp.pdu.BaseBind;
import com.cloudhopper.smpp.pdu.BaseBindResp;
import com.cloudhopper.smpp.pdu.DeliverSm;
import com.cloudhopper.smpp.pdu.PduRequest;
import com.cloudhopper.smpp.pdu.PduResponse;
import com.cloudhopper.smpp.pdu.SubmitSm;
import com.cloudhopper.smpp.type.Address;
import com.cloudhopper.smpp.type.SmppChannelException;

import static java.util.stream.Collectors.toList;

/** A telephone network's message centre of foreign make, which answers each number's texts as the test says. */
public final class MessageCentre implements SmppServerHandler, AutoCloseable {

    /** Instead of a status: takes the text and never answers. */
    public static final int SILENT = -1;
    /** Instead of a status: takes the text and cuts the connection. */
    public static final int CUT = -2;

    /** A text as it was submitted; its key is the user message reference. */
    public record Text(String id, String to, String from, byte coding, String text, String key) {}

    private final DefaultSmppServer server;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<String, Queue<Integer>> scripts = new ConcurrentHashMap<>();
    private final List<Text> texts = new CopyOnWriteArrayList<>();
    private final List<SmppServerSession> sessions = new CopyOnWriteArrayList<>();
    private volatile Consumer<Text> listener = text -> {};

    public MessageCentre(int port) throws SmppChannelException {
        var config = new SmppServerConfiguration();
        config.setHost("localhost");
        config.setPort(port);
        config.setMaxConnectionSize(10);
        config.setNonBlockingSocketsEnabled(true);
        config.setReuseAddress(true);
        config.setDefaultWindowSize(10);
        config.setBindTimeout(5000);
        config.setJmxEnabled(false);
        server = new DefaultSmppServer(config, this, Executors.newCachedThreadPool());
        server.start();
    }

    /** After these statuses every text is taken. */
    public void script(String number, Integer... statuses) {
        scripts.put(number.substring(1), new ArrayDeque<>(List.of(statuses)));
    }

    public List<Text> textsTo(String number) {
        return texts.stream().filter(text -> number.equals("+" + text.to())).collect(toList());
    }

    /** Told of each text that is taken, before it is answered. */
    public void onText(Consumer<Text> told) {
        listener = told;
    }

    public int size() {
        return texts.size();
    }

    /** @return the status with which the receipt was answered */
    public int report(Text text, String state) throws Exception {
        var receipt = new DeliverSm();
        receipt.setEsmClass(SmppConstants.ESM_CLASS_MT_SMSC_DELIVERY_RECEIPT);
        receipt.setSourceAddress(new Address((byte) 1, (byte) 1, text.to()));
        receipt.setDestAddress(new Address((byte) 5, (byte) 0, text.from()));
        receipt.setShortMessage(
                ("id:" + text.id() + " sub:001 dlvrd:001 submit date:2611221430 done date:2611221431 stat:" + state
                                + " err:000 text:")
                        .getBytes(StandardCharsets.US_ASCII));
        var answer = sessions.get(sessions.size() - 1).sendRequestPdu(receipt, 8000, true);
        answer.await();
        return answer.getResponse().getCommandStatus();
    }

    @Override
    public void sessionBindRequested(Long id, SmppSessionConfiguration config, BaseBind bind) {}

    @Override
    public void sessionCreated(Long id, SmppServerSession session, BaseBindResp response) {
        sessions.add(session);
        session.serverReady(new DefaultSmppSessionHandler() {
            @Override
            @SuppressWarnings("rawtypes")
            public PduResponse firePduRequestReceived(PduRequest request) {
                return request instanceof SubmitSm ? answer(session, (SubmitSm) request) : request.createResponse();
            }
        });
    }

    @Override
    public void sessionDestroyed(Long id, SmppServerSession session) {
        sessions.remove(session);
        session.destroy();
    }

    @Override
    public void close() {
        if (!server.isDestroyed()) {
            server.destroy();
        }
    }

    private PduResponse answer(SmppServerSession session, SubmitSm submit) {
        var to = submit.getDestAddress().getAddress();
        var script = scripts.get(to);
        var status = script == null || script.isEmpty() ? SmppConstants.STATUS_OK : script.poll();
        var answer = submit.createResponse();
        if (status > 0) {
            answer.setCommandStatus(status);
            return answer;
        }
        var text = text("mc-" + ids.incrementAndGet(), to, submit);
        texts.add(text);
        listener.accept(text);
        if (status == CUT) {
            session.close();
        }
        answer.setMessageId(text.id());
        return status == SmppConstants.STATUS_OK ? answer : null;
    }

    private static Text text(String id, String to, SubmitSm submit) {
        var charset = submit.getDataCoding() == 8 ? CharsetUtil.CHARSET_UCS_2 : CharsetUtil.CHARSET_GSM;
        var key = submit.getOptionalParameter(SmppConstants.TAG_USER_MESSAGE_REFERENCE);
        return new Text(
                id,
                to,
                submit.getSourceAddress().getAddress(),
                submit.getDataCoding(),
                CharsetUtil.decode(submit.getShortMessage(), charset),
                key == null ? "" : HexFormat.of().formatHex(key.getValue()));
    }
}

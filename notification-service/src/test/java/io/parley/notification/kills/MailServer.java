package io.parley.notification.kills;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

import static java.util.stream.Collectors.toList;

/** A mail server of foreign make that misbehaves to each recipient's mails, one after the other, as it was told. */
final class MailServer implements AutoCloseable {

    /** What happens to one mail. */
    enum Step {
        ACCEPT,
        ACCEPT_AND_BOUNCE,
        TARPIT,
        BUSY,
        GONE,
        FULL,
        SPAM,
        CUT_BEFORE_DATA,
        CUT_AFTER_DATA,
        SILENT_AFTER_DATA
    }

    /** Longer than the service waits. */
    private static final long SILENCE = 3_000;

    private final SMTPServer server;
    private final Holds holds;
    private final Consumer<String> bounce;
    private final Map<SocketAddress, Socket> connections = new ConcurrentHashMap<>();
    private final Map<String, Queue<Step>> scripts = new ConcurrentHashMap<>();
    private final List<Handed> handed = new CopyOnWriteArrayList<>();

    /** @param bounce is told the return address of each mail that comes back */
    MailServer(int port, Holds holds, Consumer<String> bounce) {
        this.holds = holds;
        this.bounce = bounce;
        this.server = SMTPServer.port(port)
                .hostName("localhost")
                .connectionTimeoutMs(20_000)
                .serverSocketFactory(this::socket)
                .messageHandlerFactory(Dialogue::new)
                .build();
        server.start();
    }

    /** After these steps every mail is accepted. */
    void script(String recipient, Step... steps) {
        scripts.put(recipient, new ArrayDeque<>(List.of(steps)));
    }

    List<Handed> handedTo(String recipient) {
        return handed.stream().filter(mail -> mail.to().equals(recipient)).collect(toList());
    }

    int size() {
        return handed.size();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** Remembers the connections, so that they can be cut. */
    private ServerSocket socket() throws IOException {
        return new ServerSocket() {
            @Override
            public Socket accept() throws IOException {
                var connection = super.accept();
                connections.put(connection.getRemoteSocketAddress(), connection);
                return connection;
            }
        };
    }

    private Step next(String recipient) {
        var steps = scripts.get(recipient);
        var step = steps == null ? null : steps.poll();
        return step == null ? Step.ACCEPT : step;
    }

    /** One mail's way through the server. */
    private final class Dialogue implements MessageHandler {

        private final SocketAddress client;
        private String sender;
        private String recipient;
        private Step step;

        Dialogue(MessageContext context) {
            client = context.getRemoteAddress();
        }

        @Override
        public void from(String from) {
            sender = from;
        }

        @Override
        public void recipient(String to) throws RejectException {
            recipient = to;
            step = next(to);
            holds.pass(Moment.OFFERED);
            switch (step) {
                case BUSY -> throw new RejectException(451, "later");
                case GONE -> throw new RejectException(550, "no such user");
                case TARPIT -> pause(1_200);
                case CUT_BEFORE_DATA -> cut();
                default -> {}
            }
        }

        @Override
        public String data(InputStream data) throws IOException, RejectException {
            var mail = new String(data.readAllBytes(), StandardCharsets.UTF_8);
            if (step == Step.FULL) {
                throw new RejectException(452, "no room");
            }
            if (step == Step.SPAM) {
                throw new RejectException(554, "not that");
            }
            handed.add(new Handed(recipient, messageId(mail)));
            holds.pass(Moment.TAKEN);
            switch (step) {
                case CUT_AFTER_DATA -> cut();
                case SILENT_AFTER_DATA -> pause(SILENCE);
                case ACCEPT_AND_BOUNCE -> bounce.accept(sender);
                default -> {}
            }
            return "taken";
        }

        @Override
        public void done() {}

        private void cut() {
            try {
                connections.get(client).close();
            } catch (IOException gone) {
                // All the better.
            }
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String messageId(String mail) {
        return mail.lines()
                .filter(line -> line.startsWith("Message-ID: "))
                .map(line -> line.substring("Message-ID: ".length()).strip())
                .findFirst()
                .orElse("");
    }
}

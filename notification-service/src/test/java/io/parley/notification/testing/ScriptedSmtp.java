package io.parley.notification.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.awaitility.Awaitility;

import static java.util.stream.Collectors.toList;

/** A small SMTP server that does to each recipient's mails, one after the other, what the test says. */
public final class ScriptedSmtp implements AutoCloseable {

    /** What happens to one mail. */
    public enum Step {
        ACCEPT,
        BUSY,
        GONE,
        SPAM,
        CUT_AFTER_DATA,
        SILENT_AFTER_DATA,
        SLOW
    }

    /** One mail as it came in, whatever was answered then. */
    public record Mail(String returnAddress, String to, Step step, String content) {
        public String header(String name) {
            return content.lines()
                    .takeWhile(line -> !line.isEmpty())
                    .filter(line -> line.toLowerCase().startsWith(name.toLowerCase() + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    private final ServerSocket server;
    private final Map<String, Queue<Step>> scripts = new ConcurrentHashMap<>();
    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();

    public ScriptedSmtp(int port) {
        // The port of a server that was just closed may still be busy for a moment
        server = Awaitility.await().ignoreExceptions().until(() -> listen(port), Objects::nonNull);
        daemon(this::accept);
    }

    private static ServerSocket listen(int port) throws IOException {
        var socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress("localhost", port));
        return socket;
    }

    /** After these steps every mail is accepted. */
    public void script(String recipient, Step... steps) {
        scripts.put(recipient, new ArrayDeque<>(List.of(steps)));
    }

    public List<Mail> mailsTo(String recipient) {
        return mails.stream().filter(mail -> mail.to().equals(recipient)).collect(toList());
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var connection : connections) {
            connection.close();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var connection = server.accept();
                connections.add(connection);
                daemon(() -> talk(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket connection) {
        try (connection) {
            var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
            var out = new PrintWriter(connection.getOutputStream(), false, StandardCharsets.UTF_8);
            answer(out, "220 scripted ESMTP");
            var sender = "";
            var recipient = "";
            var step = Step.ACCEPT;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var command = line.toUpperCase();
                if (command.startsWith("EHLO")) {
                    answer(out, "250-scripted\r\n250 8BITMIME");
                } else if (command.startsWith("MAIL FROM:")) {
                    sender = address(line);
                    answer(out, "250 ok");
                } else if (command.startsWith("RCPT TO:")) {
                    recipient = address(line);
                    step = next(recipient);
                    answer(out, step == Step.BUSY ? "451 later" : step == Step.GONE ? "550 no such user" : "250 ok");
                } else if (command.equals("DATA")) {
                    answer(out, "354 go on");
                    mails.add(new Mail(sender, recipient, step, data(in)));
                    if (!end(step, out)) {
                        return;
                    }
                } else if (command.equals("QUIT")) {
                    answer(out, "221 bye");
                    return;
                } else {
                    answer(out, "250 ok");
                }
            }
        } catch (IOException | InterruptedException gone) {
            // The other side has gone: that is what many of the tests are about.
        }
    }

    private static String address(String line) {
        return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
    }

    private static boolean end(Step step, PrintWriter out) throws InterruptedException {
        switch (step) {
            case SPAM -> answer(out, "554 not that");
            case SLOW -> {
                Thread.sleep(1500);
                answer(out, "250 taken");
            }
            case SILENT_AFTER_DATA -> Thread.sleep(20_000);
            case CUT_AFTER_DATA -> {
                return false;
            }
            default -> answer(out, "250 taken");
        }
        return true;
    }

    private Step next(String recipient) {
        var steps = scripts.get(recipient);
        var step = steps == null ? null : steps.poll();
        return step == null ? Step.ACCEPT : step;
    }

    private static String data(BufferedReader in) throws IOException {
        var content = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            content.append(line.startsWith("..") ? line.substring(1) : line).append('\n');
        }
        return content.toString();
    }

    private static void answer(PrintWriter out, String line) {
        out.print(line + "\r\n");
        out.flush();
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }
}

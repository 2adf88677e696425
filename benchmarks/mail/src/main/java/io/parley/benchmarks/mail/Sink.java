package io.parley.benchmarks.mail;

import java.util.concurrent.atomic.AtomicLong;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;

/** A mail server that takes everything at once and keeps nothing but the number. */
final class Sink {

    private final AtomicLong taken = new AtomicLong();
    private final NetServer server;

    Sink(Vertx vertx) {
        server = vertx.createNetServer().connectHandler(this::talk);
        server.listen(0, "localhost").toCompletionStage().toCompletableFuture().join();
    }

    int port() {
        return server.actualPort();
    }

    long taken() {
        return taken.get();
    }

    private void talk(NetSocket client) {
        var inData = new boolean[1];
        client.write("220 sink ESMTP\r\n");
        client.handler(RecordParser.newDelimited("\r\n", line -> {
            if (!inData[0]) {
                inData[0] = answer(client, line.toString());
            } else if (line.length() == 1 && line.getByte(0) == '.') {
                inData[0] = false;
                taken.incrementAndGet();
                client.write("250 taken\r\n");
            }
        }));
    }

    private static boolean answer(NetSocket client, String line) {
        var command = line.length() < 4 ? line : line.substring(0, 4).toUpperCase();
        client.write(
                switch (command) {
                    case "EHLO" -> "250-sink\r\n250-PIPELINING\r\n250 8BITMIME\r\n";
                    case "DATA" -> "354 go on\r\n";
                    case "QUIT" -> "221 bye\r\n";
                    default -> "250 ok\r\n";
                });
        return command.equals("DATA");
    }
}

package io.parley.notification.smtp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;

/** A connection to a relay: what is asked is answered in order, by the relay or by the connection's end. */
final class SmtpConnection {

    /** What is still to be answered. */
    private record Question(Step step, Promise<Reply> answer) {}

    private final NetSocket socket;
    private final Context context;
    private final Queue<Question> questions = new ArrayDeque<>();
    private final Replies replies = new Replies(this::answer);
    private Capabilities capabilities = Capabilities.NONE;
    private boolean contentBegun;
    private boolean closed;
    private long idleSince;

    /** To be called on the socket's own context. */
    SmtpConnection(NetSocket socket) {
        this.socket = socket;
        this.context = Vertx.currentContext();
        socket.handler(this::read);
        socket.exceptionHandler(failure -> close());
        socket.closeHandler(nothing -> ended());
    }

    Future<Reply> ask(Step step, String line) {
        write(line + "\r\n");
        return hear(step);
    }

    Future<Reply> hear(Step step) {
        if (closed) {
            return Future.failedFuture(new SmtpLost(contentBegun));
        }
        var question = new Question(step, Promise.promise());
        questions.add(question);
        return question.answer().future();
    }

    /** Whether more was said than was asked for. */
    boolean hasUnread() {
        return replies.hasUnread();
    }

    Future<Void> encrypt() {
        return socket.upgradeToSsl();
    }

    void knows(Capabilities said) {
        capabilities = said;
    }

    Capabilities capabilities() {
        return capabilities;
    }

    /** Hands one mail over; afterwards the connection may carry the next, whether this one was taken or refused. */
    Future<Void> send(Mail mail) {
        Promise<Void> sent = Promise.promise();
        context.runOnContext(nothing -> envelope(mail)
                .compose(ready -> content(mail))
                .<Void>mapEmpty()
                .recover(this::startOver)
                .onComplete(sent));
        return sent.future();
    }

    boolean isOpen() {
        return !closed;
    }

    void rest() {
        idleSince = System.nanoTime();
    }

    boolean hasRestedFor(long nanos) {
        return System.nanoTime() - idleSince > nanos;
    }

    /** As polite as may be without waiting. */
    void quit() {
        context.runOnContext(nothing -> {
            if (!closed) {
                write("QUIT\r\n");
                close();
            }
        });
    }

    void close() {
        closed = true;
        socket.close();
    }

    private Future<Reply> envelope(Mail mail) {
        contentBegun = false;
        var sender = "MAIL FROM:<" + mail.sender() + ">";
        var recipient = "RCPT TO:<" + mail.recipient() + ">";
        if (!capabilities.pipelining()) {
            return ask(Step.SENDER, sender)
                    .compose(ok -> ask(Step.RECIPIENT, recipient))
                    .compose(ok -> ask(Step.DATA, "DATA"));
        }
        write(sender + "\r\n" + recipient + "\r\nDATA\r\n");
        return together(hear(Step.SENDER), hear(Step.RECIPIENT), hear(Step.DATA));
    }

    /** The first refusal counts, but only when all three are answered does the relay listen to anything else. */
    private Future<Reply> together(Future<Reply> sender, Future<Reply> recipient, Future<Reply> data) {
        return data.transform(last -> sender.compose(ok -> recipient).compose(ok -> data))
                .onFailure(refused -> {
                    if (data.succeeded()) {
                        // It waits for the content of a mail that has no recipient
                        close();
                    }
                });
    }

    private Future<Reply> content(Mail mail) {
        contentBegun = true;
        socket.write(Dots.stuffed(mail.content()));
        return hear(Step.CONTENT);
    }

    private Future<Void> startOver(Throwable failure) {
        if (closed
                || !(failure instanceof SmtpRefusal)
                || ((SmtpRefusal) failure).step() == Step.CONTENT
                || ((SmtpRefusal) failure).code() == Reply.GOING_AWAY) {
            return Future.failedFuture(failure);
        }
        return ask(Step.RESET, "RSET").onFailure(refused -> close()).transform(ready -> Future.failedFuture(failure));
    }

    private void write(String text) {
        socket.write(Buffer.buffer(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private void read(Buffer bytes) {
        try {
            replies.read(bytes);
        } catch (IllegalArgumentException noRelay) {
            close();
        }
    }

    private void answer(Reply reply) {
        var question = questions.poll();
        if (reply.code() == Reply.GOING_AWAY || question == null) {
            close();
        }
        if (question == null) {
            return;
        }
        if (question.step().goesOnWith(reply)) {
            question.answer().complete(reply);
        } else {
            question.answer().fail(new SmtpRefusal(question.step(), reply.code()));
        }
    }

    private void ended() {
        closed = true;
        for (var question = questions.poll(); question != null; question = questions.poll()) {
            question.answer().tryFail(new SmtpLost(contentBegun));
        }
    }
}

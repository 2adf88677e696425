package io.parley.notification.smtp;

/** A step of the dialogue with a relay, and the first digit of the answer with which it goes on. */
public enum Step {
    GREETING(2),
    HELLO(2),
    TLS(2),
    LOGIN_BEGUN(3),
    LOGIN(2),
    SENDER(2),
    RECIPIENT(2),
    DATA(3),
    CONTENT(2),
    RESET(2);

    private static final int HUNDRED = 100;

    private final int wanted;

    Step(int wanted) {
        this.wanted = wanted;
    }

    boolean goesOnWith(Reply reply) {
        return reply.code() / HUNDRED == wanted;
    }
}

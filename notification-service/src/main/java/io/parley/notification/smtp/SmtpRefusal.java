package io.parley.notification.smtp;

/** The relay has answered, and not as hoped; the code alone is told, for its words may quote an address. */
public final class SmtpRefusal extends Exception {

    private static final int PERMANENT = 500;

    private final Step step;
    private final int code;

    SmtpRefusal(Step step, int code) {
        super(step + " " + code, null, false, false);
        this.step = step;
        this.code = code;
    }

    public Step step() {
        return step;
    }

    public int code() {
        return code;
    }

    public boolean isForGood() {
        return code >= PERMANENT;
    }
}

package io.parley.notification.smtp;

/** The relay can't do what the configuration asks for. */
public final class SmtpUnfit extends Exception {

    /** What it can't do. */
    public enum Lack {
        TLS,
        LOGIN
    }

    private final Lack lack;

    SmtpUnfit(Lack lack) {
        super(lack.name(), null, false, false);
        this.lack = lack;
    }

    public Lack lack() {
        return lack;
    }
}

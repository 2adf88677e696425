package io.parley.operate.http;

/** Why a command could not do what it was to do, in words for an operator, and the code that it ends with. */
public final class Failure extends RuntimeException {

    /** The service said no, or what was looked at is not as it should be. */
    public static final int REFUSED = 1;
    /** The command line or the environment is not right. */
    public static final int MISUSED = 2;
    /** Nobody answers, or the one who does is not able to. */
    public static final int UNREACHABLE = 3;

    private static final long serialVersionUID = 1;

    private final int exitCode;

    private Failure(int exitCode, String message) {
        super(message, null, false, false);
        this.exitCode = exitCode;
    }

    static Failure refused(String message) {
        return new Failure(REFUSED, message);
    }

    public static Failure misused(String message) {
        return new Failure(MISUSED, message);
    }

    static Failure unreachable(String message) {
        return new Failure(UNREACHABLE, message);
    }

    public int exitCode() {
        return exitCode;
    }
}

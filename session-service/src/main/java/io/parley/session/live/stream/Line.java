package io.parley.session.live.stream;

/** A line of a stream, in the form of server-sent events. */
public final class Line {

    /** Says that the stream is alive. */
    static final String BEAT = ":\n\n";

    /** After it nothing comes. */
    static final String END = "";

    private Line() {}

    /** @param data JSON on one line */
    public static String of(String event, String data) {
        return "event: " + event + "\ndata: " + data + "\n\n";
    }

    public static String of(String event, long id, String data) {
        return "id: " + id + "\n" + of(event, data);
    }

    /** How long to wait before coming back, where the stream breaks. */
    public static final String RETRY = "retry: 2000\n\n";

    /** The last word of a stream, and why it is. */
    static String bye(Bye reason) {
        return of("bye", "{\"reason\":\"" + reason.wireName() + "\"}");
    }
}

package io.parley.session.live;

/** Where a reader that comes back left off, as it got it from us: the header Last-Event-ID. */
public final class LastEventId {

    private final Long number;

    private LastEventId(Long number) {
        this.number = number;
    }

    /** Found by JAX-RS. What is no number of ours says nothing: browsers send back what they have, and can't be told. */
    public static LastEventId valueOf(String header) {
        return new LastEventId(header.matches("\\d{1,18}") ? Long.valueOf(header) : null);
    }

    /** Null for none. */
    static Long number(LastEventId id) {
        return id == null ? null : id.number;
    }
}

package io.parley.notification.kills;

import java.util.Optional;

/** The steps of a delivery at which the service is killed, in the order in which a message takes them. */
enum Moment {
    STARTING,
    /** The request is read, its transaction not committed. */
    TAKING_IN("insert on content"),
    CLAIMING("update on message", "new.state = 'SENDING' and new.epoch > old.epoch"),
    /** A server knows who gets the message, and has nothing of it. */
    OFFERED,
    /** A server has all of the message and has not answered. */
    TAKEN,
    /** A server has answered, and the answer is not written down. */
    WRITING_DOWN("insert on attempt"),
    /** The broker has the fact, and its row is still there. */
    PUBLISHED("delete on outbox"),
    CANCELLING(
            "update on message",
            "new.state in ('SUPERSEDED', 'CANCELLED') and old.state <> new.state"
                    + " or new.cancelled is distinct from old.cancelled"),
    TAKING_A_RECEIPT("update on message", "old.state = 'SENT' and new.state in ('DELIVERED', 'UNDELIVERED')"),
    ANY;

    private final String statement;
    private final String condition;

    Moment() {
        this(null, null);
    }

    Moment(String statement) {
        this(statement, "true");
    }

    Moment(String statement, String condition) {
        this.statement = statement;
        this.condition = condition;
    }

    boolean isInAServer() {
        return this == OFFERED || this == TAKEN;
    }

    /** Holds a database session at this step for as long as somebody has the step's lock. */
    Optional<String> trigger() {
        return Optional.ofNullable(statement)
                .map(step -> "create or replace trigger hold_" + name() + " before " + step + " for each row when ("
                        + condition + ") execute function hold('" + ordinal() + "')");
    }
}

package io.parley.session.presence;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import io.parley.session.session.model.content.Side;

/** That one side was in a session, and until when somebody vouches that it is there. Written by {@link Leases}. */
@Entity
@Table(name = "presence")
@IdClass(PresenceRow.Key.class)
class PresenceRow {

    @Id
    @Column(name = "session_id")
    UUID sessionId;

    @Id
    @Enumerated(EnumType.STRING)
    Side side;

    boolean online;
    Instant since;
    Instant until;

    Seen seen(Instant now) {
        boolean lapsed = online && !until.isAfter(now);
        return Seen.of(online && !lapsed, lapsed ? until : since);
    }

    /** One side of one session. */
    static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        UUID sessionId;
        Side side;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.side == side && key.sessionId.equals(sessionId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(sessionId, side);
        }
    }
}

package io.parley.session.message;

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

import io.parley.session.session.model.content.ChatMessage;
import io.parley.session.session.model.content.Side;

/** Something that was written in the chat of a session. */
@Entity
@Table(name = "message")
@IdClass(MessageRow.Key.class)
class MessageRow {

    @Id
    @Column(name = "session_id")
    UUID sessionId;

    @Id
    int number;

    UUID id;

    @Enumerated(EnumType.STRING)
    Side author;

    String name;

    @Column(columnDefinition = "text")
    String text;

    Instant at;

    MessageRow() {}

    MessageRow(UUID session, ChatMessage message, String name, String text, Instant at) {
        this.sessionId = session;
        this.number = message.number();
        this.id = message.id();
        this.author = message.author();
        this.name = name;
        this.text = text;
        this.at = at;
    }

    /** A session's message by its number. */
    static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        UUID sessionId;
        int number;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.number == number && key.sessionId.equals(sessionId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(sessionId, number);
        }
    }
}

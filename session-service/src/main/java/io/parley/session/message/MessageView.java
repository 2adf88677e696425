package io.parley.session.message;

import java.time.Instant;
import java.util.UUID;

import io.parley.session.session.model.content.Side;

/**
 * A message as both sides see it.
 *
 * @param number in its session, from 1, gapless: the order
 * @param name the author's, as it was then
 * @param text plain; whoever shows it escapes it
 */
record MessageView(UUID id, int number, Side author, String name, String text, Instant at) {

    static MessageView of(MessageRow row) {
        return new MessageView(row.id, row.number, row.author, row.name, row.text, row.at);
    }
}

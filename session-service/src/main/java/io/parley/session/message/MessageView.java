package io.parley.session.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

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

    /**
     * Some of a chat, newest first.
     *
     * @param nextCursor for those before them; absent where there are none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<MessageView> items, Integer nextCursor) {

        static Page of(List<MessageRow> rows, int limit) {
            var items = rows.stream().limit(limit).map(MessageView::of).toList();
            return new Page(items, rows.size() > limit ? items.get(limit - 1).number() : null);
        }
    }
}

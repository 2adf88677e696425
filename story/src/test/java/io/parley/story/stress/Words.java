package io.parley.story.stress;

import java.util.Locale;

import io.parley.session.session.model.Actor;
import io.parley.session.session.model.Session;
import io.parley.session.session.model.journal.SessionEvent;

/** An event of the model and an entry of the timeline in the same words, to be compared. */
final class Words {

    private Words() {}

    static String of(Session session, SessionEvent event) {
        return "%d %s %s %s>%s %s %s"
                .formatted(
                        event.sequence(),
                        event.type().wireName(),
                        event.cause().wireName(),
                        event.before(),
                        event.after(),
                        event.actor().role() == Actor.Role.NOTIFICATION
                                ? "notification-service"
                                : event.actor().role().name().toLowerCase(Locale.ROOT),
                        session.owner().subject());
    }

    static String of(Entry entry) {
        var state = entry.data().get("state");
        return "%d %s %s %s>%s %s %s"
                .formatted(
                        entry.sequence(),
                        entry.type(),
                        entry.cause(),
                        state.path("before").asText(),
                        state.path("after").asText(),
                        entry.role(),
                        entry.data().get("owner").asText());
    }
}

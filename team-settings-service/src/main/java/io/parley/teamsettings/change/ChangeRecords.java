package io.parley.teamsettings.change;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.uuid.Generators;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Keeps a change for ever, and its event until the broker has it, in the transaction that makes the change. */
@ApplicationScoped
class ChangeRecords {

    private final ObjectMapper json;

    ChangeRecords(ObjectMapper json) {
        this.json = json;
    }

    Uni<Void> keep(Moment moment, int place, Change change) {
        return Panache.getSession()
                .call(session -> session.persist(ChangeRow.of(moment, place, change)))
                .call(session -> change.isTold()
                        ? append(moment, change)
                        : Uni.createFrom().voidItem())
                .call(session -> touch(moment, change))
                .replaceWithVoid();
    }

    private Uni<Void> append(Moment moment, Change change) {
        return Panache.getSession().chain(session -> session.persist(outgoing(ChangedEvent.of(moment, change))));
    }

    private Uni<Integer> touch(Moment moment, Change change) {
        if (!change.touchesTeam()) {
            return Uni.createFrom().item(0);
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("update team set revision = ?1 where id = ?2")
                        .setParameter(1, moment.revision())
                        .setParameter(2, change.team())
                        .executeUpdate());
    }

    private OutboxRow outgoing(ChangedEvent event) {
        var row = new OutboxRow();
        row.eventId = Generators.timeBasedEpochGenerator().generate();
        row.key = event.key();
        row.data = text(event);
        row.at = event.at();
        return row;
    }

    private String text(ChangedEvent event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of texts and times is always JSON", e);
        }
    }
}

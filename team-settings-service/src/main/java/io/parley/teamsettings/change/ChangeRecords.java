package io.parley.teamsettings.change;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.uuid.Generators;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import io.parley.rest.tracing.Traceparent;

/** Keeps a change for ever, and its event until the broker has it, in the transaction that makes the change. */
@ApplicationScoped
class ChangeRecords {

    private final ObjectMapper json;

    ChangeRecords(ObjectMapper json) {
        this.json = json;
    }

    Uni<Void> keep(Moment moment, List<Change> changes) {
        var rows = IntStream.range(0, changes.size())
                .mapToObj(place -> rows(moment, place, changes.get(place)))
                .flatMap(row -> row)
                .toArray();
        var touched =
                changes.stream().filter(Change::touchesTeam).map(Change::team).collect(Collectors.toSet());
        return Panache.getSession()
                .call(session -> session.persistAll(rows))
                .call(session -> touch(moment, touched))
                .replaceWithVoid();
    }

    private Stream<Object> rows(Moment moment, int place, Change change) {
        var record = ChangeRow.of(moment, place, change);
        return change.isTold()
                ? Stream.of(record, outgoing(ChangedEvent.of(moment, change), place))
                : Stream.of(record);
    }

    private static Uni<Integer> touch(Moment moment, Set<UUID> teams) {
        if (teams.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("update team set revision = ?1 where id in (?2)")
                        .setParameter(1, moment.revision())
                        .setParameter(2, List.copyOf(teams))
                        .executeUpdate());
    }

    private OutboxRow outgoing(ChangedEvent event, int place) {
        var row = new OutboxRow();
        row.revision = event.revision();
        row.place = place;
        row.eventId = Generators.timeBasedEpochGenerator().generate();
        row.key = event.key();
        row.data = text(event);
        row.at = event.at();
        row.traceparent = Traceparent.current();
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

package io.parley.teamsettings.change;

import java.time.OffsetDateTime;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

import io.parley.teamsettings.access.Caller;

/** The one order of all changes: each takes its place in it first, and is on record and in the outbox when it commits. */
@ApplicationScoped
public class Changes {

    private final Caller caller;
    private final WriteMark mark;
    private final ChangeRecords records;

    Changes(Caller caller, WriteMark mark, ChangeRecords records) {
        this.caller = caller;
        this.mark = mark;
        this.records = records;
    }

    /** Waits until all earlier changes are committed or gone; what is read after it is what the change is made on. */
    public Uni<Moment> next() {
        mark.write();
        return Panache.getSession().chain(this::take);
    }

    public Uni<Void> tell(Moment moment, Change... changes) {
        return tell(moment, List.of(changes));
    }

    public Uni<Void> tell(Moment moment, List<Change> changes) {
        return changes.isEmpty() ? Uni.createFrom().voidItem() : records.keep(moment, changes);
    }

    private Uni<Moment> take(Mutiny.Session session) {
        return session.createNativeQuery(
                        "update clock set revision = revision + 1 returning revision, clock_timestamp()",
                        Object[].class)
                .getSingleResult()
                .map(this::moment);
    }

    private Moment moment(Object[] row) {
        var at = ((OffsetDateTime) row[1]).toInstant();
        return new Moment(((Number) row[0]).longValue(), at, caller.subject());
    }
}

package io.parley.session.clocks;

import java.util.ArrayList;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import org.jboss.logging.Logger;

import io.parley.rest.tracing.Spans;
import io.parley.session.invitation.Links;
import io.parley.session.publishing.Publishing;
import io.parley.session.session.SessionDocument;
import io.parley.session.session.model.Session;
import io.parley.session.session.model.absence.Around;
import io.parley.session.session.model.journal.Journal;

/** Lets the clocks of claimed sessions strike; one that can't be read stands in the way of none beside it. */
@ApplicationScoped
class Striking {

    private static final Logger LOG = Logger.getLogger(Striking.class);

    private final Publishing publishing;
    private final Links links;
    private final Spans spans;

    Striking(Publishing publishing, Links links, Spans spans) {
        this.publishing = publishing;
        this.links = links;
        this.spans = spans;
    }

    /** Takes its time: nothing for an event loop. */
    Struck.Batch strike(RowSet<Row> due) {
        var batch = new Struck.Batch(new ArrayList<>(due.size()), new ArrayList<>());
        for (var row : due) {
            var id = row.getUUID("id");
            try {
                batch.struck().add(strike(id, row));
            } catch (RuntimeException e) {
                LOG.errorf(
                        "A session's clocks can't strike, and are tried again in ten minutes: sessionId=%s error=%s",
                        id, e.getClass().getSimpleName());
                batch.unreadable().add(id);
            }
        }
        return batch;
    }

    /** Nobody asked for it: what it leads to is a trace of its own. */
    private Struck strike(UUID id, Row row) {
        var span = spans.begin("clocks strike").setAttribute("parley.session.id", id.toString());
        try (var current = span.makeCurrent()) {
            var session = struck(id, row);
            return new Struck(
                    session,
                    SessionDocument.write(session),
                    publishing.events(session),
                    row.getOffsetDateTime("due_at"),
                    row.getOffsetDateTime("now"),
                    span);
        }
    }

    private Session struck(UUID id, Row row) {
        var seen = row.getOffsetDateTime("last_in_room");
        var around = new Around(() -> links.mint(id), seen == null ? null : seen.toInstant());
        var journal = Journal.read(row.getLong("version"), row.getLong("sequence"), false);
        return SessionDocument.read(id, row.getString("document"), journal)
                .strike(row.getOffsetDateTime("now").toInstant(), around);
    }
}

package io.parley.session.history.export;

import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;

import io.parley.session.access.Caller;
import io.parley.session.history.SearchSessions;
import io.parley.session.history.SessionQuery;
import io.parley.session.listing.ListPart;
import io.parley.session.session.view.SessionView;

/**
 * Writes out all that a search finds, part by part as its reader takes them: it holds one part in memory, no connection
 * and no transaction between two, and nothing once the reader has gone.
 */
@ApplicationScoped
class ExportSessions {

    private static final int PART = 500;

    private final SearchSessions searchSessions;

    ExportSessions(SearchSessions searchSessions) {
        this.searchSessions = searchSessions;
    }

    /** How far an export has come. */
    private static final class Progress {
        private String cursor;
    }

    /** The export, once its first part is found: what refuses the search refuses it before anything is answered. */
    Uni<Multi<Buffer>> export(SessionQuery query, Caller caller, Form form) {
        return searchSessions
                .search(query, caller, query.cursor(), PART)
                .map(first -> write(first, query, caller, form));
    }

    private Multi<Buffer> write(ListPart<SessionView> first, SessionQuery query, Caller caller, Form form) {
        var written = new AtomicLong();
        var lines = Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(first), rest(first, query, caller))
                .map(ListPart::items)
                .invoke(sessions -> written.addAndGet(sessions.size()))
                .map(form::write);
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(form.head()), lines)
                .filter(text -> !text.isEmpty())
                .map(Buffer::buffer)
                .onTermination()
                .invoke((failure, cancelled) -> tell(query, caller, written.get(), failure, cancelled));
    }

    private Multi<ListPart<SessionView>> rest(ListPart<SessionView> first, SessionQuery query, Caller caller) {
        return first.nextCursor() == null
                ? Multi.createFrom().empty()
                : Multi.createBy()
                        .repeating()
                        .uni(() -> after(first), progress -> next(query, caller, progress))
                        .whilst(part -> part.nextCursor() != null);
    }

    private static Progress after(ListPart<SessionView> first) {
        var progress = new Progress();
        progress.cursor = first.nextCursor();
        return progress;
    }

    private Uni<ListPart<SessionView>> next(SessionQuery query, Caller caller, Progress progress) {
        return searchSessions
                .search(query, caller, progress.cursor, PART)
                .invoke(part -> progress.cursor = part.nextCursor());
    }

    /** Whoever takes data out is to be seen; by what they looked for is theirs, and may be somebody's name. */
    private static void tell(SessionQuery query, Caller caller, long written, Throwable failure, boolean cancelled) {
        Log.infof(
                "Sessions were exported: caller=%s sessions=%d outcome=%s filters=%s",
                caller.subject(),
                written,
                failure != null ? "failed" : cancelled ? "broken off" : "complete",
                query.given());
    }
}

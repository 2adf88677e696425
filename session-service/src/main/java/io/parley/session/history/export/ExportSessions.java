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

    Multi<Buffer> export(SessionQuery query, Caller caller, Form form) {
        var written = new AtomicLong();
        var lines = Multi.createBy()
                .repeating()
                .uni(() -> begin(query), progress -> next(query, caller, progress))
                .whilst(part -> part.nextCursor() != null)
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

    private static Progress begin(SessionQuery query) {
        var progress = new Progress();
        progress.cursor = query.cursor();
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

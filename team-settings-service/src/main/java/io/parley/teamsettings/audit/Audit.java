package io.parley.teamsettings.audit;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

/** Every change that was ever made, newest first; read past the ORM, for an export may be long. */
@ApplicationScoped
class Audit {

    private static final int PART = 500;
    private static final String SQL = """
            select revision, place, at, author, kind, team, subject, item, detail, reason from change
            where ($1::uuid is null or team = $1) and ($2::text is null or author = $2)
              and ($3::text is null or kind = $3) and ($4::text is null or subject = $4)
              and ($5::uuid is null or item = $5)
              and ($6::timestamptz is null or at >= $6) and ($7::timestamptz is null or at < $7)
              and (revision, place) < ($8, $9)
            order by revision desc, place desc limit $10""";

    private final Pool pool;

    Audit(Pool pool) {
        this.pool = pool;
    }

    Uni<List<AuditEntry>> find(AuditQuery query, AuditPlace after, int most) {
        var parameters = query.parameters()
                .addLong(after.revision())
                .addInteger(after.place())
                .addInteger(most);
        return pool.preparedQuery(SQL).execute(parameters).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(AuditEntry::of)
                .toList());
    }

    /** All of them, a part at a time as the reader wants it. */
    Multi<AuditEntry> all(AuditQuery query) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicReference<>(AuditPlace.NEWEST), last -> part(query, last))
                .whilst(part -> part.size() == PART)
                .onItem()
                .transformToIterable(part -> part);
    }

    private Uni<List<AuditEntry>> part(AuditQuery query, AtomicReference<AuditPlace> last) {
        return find(query, last.get(), PART).invoke(part -> keepLast(part, last));
    }

    private static void keepLast(List<AuditEntry> part, AtomicReference<AuditPlace> last) {
        if (!part.isEmpty()) {
            last.set(AuditPlace.after(part.get(part.size() - 1)));
        }
    }
}

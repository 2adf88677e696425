package io.parley.teamsettings.audit;

import java.time.OffsetDateTime;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;

/** Who changed what, and when; of settings the detail is what was set, null where it is inherited from then on. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditEntry(
        long revision,
        @JsonIgnore int place,
        OffsetDateTime at,
        String author,
        String kind,
        UUID team,
        String subject,
        UUID item,
        String detail,
        String reason) {

    static AuditEntry of(Row row) {
        return new AuditEntry(
                row.getLong("revision"),
                row.getInteger("place"),
                row.getOffsetDateTime("at"),
                row.getString("author"),
                row.getString("kind"),
                row.getUUID("team"),
                row.getString("subject"),
                row.getUUID("item"),
                row.getString("detail"),
                row.getString("reason"));
    }

    /** Where the next entry, an older one, is to be looked for. */
    String key() {
        return revision + "." + place;
    }
}

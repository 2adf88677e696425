package io.parley.teamsettings.asset;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonRawValue;

/** An asset as the API shows it: its draft; version is the one that is published, none for a draft that never was. */
record AssetView(
        UUID id,
        String name,
        AssetKind kind,
        List<UUID> teams,
        Integer version,
        boolean archived,
        String text,
        String url,
        @JsonRawValue String schema,
        String sha256,
        Instant createdAt) {

    static AssetView of(AssetRow row) {
        return new AssetView(
                row.id,
                row.name,
                row.kind,
                List.of(row.teams),
                row.published == 0 ? null : row.published,
                row.archived,
                row.text,
                row.url,
                row.schema,
                row.content,
                row.createdAt);
    }
}

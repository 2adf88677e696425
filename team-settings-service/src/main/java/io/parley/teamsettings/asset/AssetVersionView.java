package io.parley.teamsettings.asset;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonRawValue;

/** A published version of an asset as the API shows it. */
record AssetVersionView(
        UUID id,
        int version,
        String name,
        AssetKind kind,
        String text,
        String url,
        @JsonRawValue String schema,
        String sha256,
        Instant publishedAt,
        String author) {

    static AssetVersionView of(AssetVersionRow row) {
        return new AssetVersionView(
                row.asset,
                row.version,
                row.name,
                row.kind,
                row.text,
                row.url,
                row.schema,
                row.content,
                row.publishedAt,
                row.author);
    }
}

package io.parley.teamsettings.asset;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** A published version of an asset; never changed. */
@Entity
@Immutable
@Table(name = "asset_version")
@IdClass(AssetVersionRow.Key.class)
class AssetVersionRow {

    record Key(UUID asset, int version) implements Serializable {}

    @Id
    UUID asset;

    @Id
    int version;

    @Column(columnDefinition = "text")
    String name;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    AssetKind kind;

    @Column(columnDefinition = "text")
    String url;

    @Column(columnDefinition = "text")
    String text;

    @Column(columnDefinition = "text")
    String schema;

    @Column(columnDefinition = "text")
    String content;

    @Column(name = "published_at")
    Instant publishedAt;

    @Column(columnDefinition = "text")
    String author;
}

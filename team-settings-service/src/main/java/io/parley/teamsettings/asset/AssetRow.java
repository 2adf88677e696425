package io.parley.teamsettings.asset;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An asset as it is stored: its draft, and which version is published. */
@Entity
@Table(name = "asset")
class AssetRow {

    @Id
    UUID id;

    @Column(columnDefinition = "text")
    String name;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    AssetKind kind;

    @Column(columnDefinition = "uuid[]")
    UUID[] teams;

    @Column(columnDefinition = "text")
    String url;

    @Column(columnDefinition = "text")
    String text;

    @Column(columnDefinition = "text")
    String schema;

    @Column(columnDefinition = "text")
    String content;

    int published;

    boolean archived;

    long revision;

    @Column(name = "created_at")
    Instant createdAt;
}

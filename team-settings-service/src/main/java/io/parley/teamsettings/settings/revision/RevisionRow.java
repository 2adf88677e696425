package io.parley.teamsettings.settings.revision;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** All that was set after a change, as it is stored. */
@Entity
@Table(name = "settings_revision")
@IdClass(RevisionRow.Key.class)
public class RevisionRow {

    record Key(UUID scope, long revision) implements Serializable {}

    @Id
    UUID scope;

    @Id
    long revision;

    Instant at;

    @Column(columnDefinition = "text")
    String author;

    @Column(columnDefinition = "text")
    String reason;

    Long restores;

    @Column(columnDefinition = "text")
    String own;

    public long revision() {
        return revision;
    }

    public String own() {
        return own;
    }
}

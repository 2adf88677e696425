package io.parley.teamsettings.settings;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A value that is set, as it is stored. */
@Entity
@Table(name = "setting")
@IdClass(SettingRow.Key.class)
class SettingRow {

    record Key(UUID scope, String key) implements Serializable {}

    @Id
    UUID scope;

    @Id
    @Column(columnDefinition = "text")
    String key;

    @Column(columnDefinition = "text")
    String value;

    long revision;

    @Column(columnDefinition = "text")
    String author;

    Instant at;
}

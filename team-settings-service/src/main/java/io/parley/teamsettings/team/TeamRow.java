package io.parley.teamsettings.team;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A team as it is stored. */
@Entity
@Table(name = "team")
public class TeamRow {

    @Id
    UUID id;

    @Column(columnDefinition = "text")
    String name;

    long edited;

    // Written by the record of changes alone.
    @Column(updatable = false)
    long revision;

    @Column(name = "created_at")
    Instant createdAt;

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public long edited() {
        return edited;
    }
}

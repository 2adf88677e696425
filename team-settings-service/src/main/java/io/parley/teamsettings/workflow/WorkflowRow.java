package io.parley.teamsettings.workflow;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A workflow as it is stored: its draft, and which version is published. */
@Entity
@Table(name = "workflow")
class WorkflowRow {

    @Id
    UUID id;

    @Column(columnDefinition = "text")
    String name;

    @Column(columnDefinition = "uuid[]")
    UUID[] teams;

    @Column(name = "expires_after", columnDefinition = "text")
    String expiresAfter;

    @Column(columnDefinition = "text")
    String steps;

    int published;

    boolean archived;

    long revision;

    @Column(name = "created_at")
    Instant createdAt;
}

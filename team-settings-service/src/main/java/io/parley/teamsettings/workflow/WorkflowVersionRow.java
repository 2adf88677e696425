package io.parley.teamsettings.workflow;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** A published version of a workflow; never changed. */
@Entity
@Immutable
@Table(name = "workflow_version")
@IdClass(WorkflowVersionRow.Key.class)
class WorkflowVersionRow {

    record Key(UUID workflow, int version) implements Serializable {}

    @Id
    UUID workflow;

    @Id
    int version;

    @Column(columnDefinition = "text")
    String name;

    @Column(name = "expires_after", columnDefinition = "text")
    String expiresAfter;

    @Column(columnDefinition = "text")
    String steps;

    @Column(name = "published_at")
    Instant publishedAt;

    @Column(columnDefinition = "text")
    String author;
}

package io.parley.teamsettings.change;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A change on record. */
@Entity
@Table(name = "change")
@IdClass(ChangeRow.Key.class)
class ChangeRow {

    record Key(long revision, int place) implements Serializable {}

    @Id
    long revision;

    @Id
    int place;

    Instant at;

    @Column(columnDefinition = "text")
    String author;

    @Column(columnDefinition = "text")
    String kind;

    UUID team;

    @Column(columnDefinition = "text")
    String subject;

    UUID item;

    @Column(columnDefinition = "text")
    String detail;

    @Column(columnDefinition = "text")
    String reason;

    static ChangeRow of(Moment moment, int place, Change change) {
        var row = new ChangeRow();
        row.revision = moment.revision();
        row.place = place;
        row.at = moment.at();
        row.author = moment.author();
        row.kind = change.kind().name();
        row.team = change.team();
        row.subject = change.subjects().isEmpty() ? null : change.subjects().get(0);
        row.item = change.item();
        row.detail = change.detail();
        row.reason = change.reason();
        return row;
    }
}

package io.parley.notification.channel;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Whether a channel's messages go out; every replica reads it with each claim. */
@Entity
@Table(name = "channel")
class ChannelRow {

    @Id
    String name;

    @Enumerated(EnumType.STRING)
    ChannelState state;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "changed_by")
    String changedBy;

    @Version
    long version;
}

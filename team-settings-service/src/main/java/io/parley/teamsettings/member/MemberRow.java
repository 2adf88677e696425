package io.parley.teamsettings.member;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;

/** A member as it is stored. */
@Entity
@Table(name = "member")
class MemberRow {

    @Id
    @Column(columnDefinition = "text")
    String subject;

    @Column(columnDefinition = "text")
    String name;

    @Column(columnDefinition = "text")
    String email;

    @Column(name = "main_team")
    UUID mainTeam;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "member_secondary_team", joinColumns = @JoinColumn(name = "subject"))
    @OrderColumn(name = "place")
    @Column(name = "team")
    List<UUID> secondaryTeams = new ArrayList<>();

    long revision;
}

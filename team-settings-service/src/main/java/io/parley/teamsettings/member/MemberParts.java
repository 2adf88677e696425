package io.parley.teamsettings.member;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

/** Members as cells, a part at a time, each part in a session of its own. */
@ApplicationScoped
class MemberParts {

    private final Members members;
    private final MemberViews views;

    MemberParts(Members members, MemberViews views) {
        this.members = members;
        this.views = views;
    }

    @WithSession
    Uni<List<List<String>>> after(String subject, int most) {
        return members.find("subject > ?1 order by subject", subject)
                .page(0, most)
                .list()
                .chain(rows -> views.references(rows).map(teams -> rows.stream()
                        .map(row -> MemberColumns.cells(row, teams))
                        .toList()));
    }
}

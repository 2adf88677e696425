package io.parley.teamsettings.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import io.parley.teamsettings.settings.model.SettingsRefused;
import io.parley.teamsettings.settings.model.Violation;
import io.parley.teamsettings.settings.model.type.OrNone;

/** Refuses values that lead to nothing: a logo that nobody posted, a team that there is not. */
@ApplicationScoped
class SettingReferences {

    private static final String TEAMS = "lending.to.teams";

    Uni<Void> check(Map<String, Object> wanted) {
        return checkLogo(wanted.get("brand.logo")).chain(() -> checkTeams((List<?>) wanted.get(TEAMS)));
    }

    private static Uni<Void> checkLogo(Object logo) {
        if (logo == null || OrNone.NONE.equals(logo)) {
            return Uni.createFrom().voidItem();
        }
        return found("select sha256 from logo where sha256 in (?1)", String.class, List.of((String) logo))
                .invoke(known -> require(!known.isEmpty(), "/brand/logo", "no such logo was posted to /api/logos"))
                .replaceWithVoid();
    }

    private static Uni<Void> checkTeams(List<?> grants) {
        if (grants == null || grants.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var ids = grants.stream().map(SettingReferences::team).toList();
        return found("select id from team where id in (?1)", UUID.class, ids)
                .invoke(known -> requireAll(ids, known))
                .replaceWithVoid();
    }

    private static UUID team(Object grant) {
        return UUID.fromString((String) (grant instanceof Map ? ((Map<?, ?>) grant).get("team") : grant));
    }

    private static <T> Uni<List<T>> found(String sql, Class<T> type, List<T> wanted) {
        return Panache.getSession().chain(session -> session.createNativeQuery(sql, type)
                .setParameter(1, wanted)
                .getResultList());
    }

    private static void requireAll(List<UUID> wanted, List<UUID> known) {
        var violations = new ArrayList<Violation>();
        IntStream.range(0, wanted.size())
                .filter(place -> !known.contains(wanted.get(place)))
                .forEach(place -> violations.add(new Violation("/lending/to/teams/" + place, "is no team")));
        if (!violations.isEmpty()) {
            throw new SettingsRefused(violations);
        }
    }

    private static void require(boolean holds, String pointer, String detail) {
        if (!holds) {
            throw new SettingsRefused(List.of(new Violation(pointer, detail)));
        }
    }
}

package io.parley.teamsettings.resolution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.parley.teamsettings.api.Api;
import io.parley.teamsettings.api.WithRealParts;
import io.parley.teamsettings.resolution.NaiveOrganisation.Member;
import io.parley.teamsettings.resolution.NaiveOrganisation.Team;
import io.parley.teamsettings.settings.model.Catalogue;
import io.parley.teamsettings.settings.model.Nested;
import io.parley.teamsettings.settings.model.SettingKey;
import io.parley.teamsettings.settings.model.SomeValue;

import static org.assertj.core.api.Assertions.assertThat;

/** Random organisations, edits, deletions and borrowings resolve as the rules say, written down a second time. */
@QuarkusTest
@WithRealParts
class RandomOrganisationTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int STEPS = Integer.getInteger("parley.test.steps", 100);

    /** Would be refused together with others, by contradiction. */
    private static final Set<String> LEFT_OUT =
            Set.of("channels.email", "customer.consent.required", "lending.to.mode", "lending.to.teams");

    private static final List<SettingKey> KEYS = Catalogue.keys().stream()
            .filter(key -> !LEFT_OUT.contains(key.name()))
            .toList();

    private final NaiveOrganisation model = new NaiveOrganisation();
    private final Map<String, Map<String, Object>> snapshots = new HashMap<>();
    private final List<String> deleted =
            new ArrayList<>(List.of(UUID.randomUUID().toString()));
    private Random random;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void resolvesAsTheRulesSay(long seed) {
        random = new Random(seed);
        clearOrganisation();
        readDefaults();
        addTeam();
        putMember();
        for (int step = 0; step < STEPS; step++) {
            change();
            for (int i = 0; i < 3; i++) {
                compare("seed " + seed + ", step " + step);
            }
        }
        snapshots.forEach(this::compareSnapshot);
        clearOrganisation();
    }

    private void change() {
        switch (random.nextInt(12)) {
            case 0:
                addTeam();
                break;
            case 1:
            case 2:
                putMember();
                break;
            case 3:
            case 4:
                lend(any(model.teams.values()));
                break;
            case 5:
                deleteTeam(any(model.teams.values()));
                break;
            case 6:
                addText(any(model.teams.values()));
                break;
            case 7:
                addWorkflow(any(model.teams.values()));
                break;
            case 8:
                archive(any(model.teams.values()));
                break;
            case 9:
                set(null, model.own);
                break;
            default:
                var team = any(model.teams.values());
                set(team.id, team.own);
        }
    }

    private void compare(String where) {
        var subject = random.nextInt(10) == 0 ? "nobody-" + random.nextInt() : any(model.members.keySet());
        var target = target();
        var answer = Api.resolve(subject, target);
        var now = Instant.now();
        var refusal = model.refusal(subject, target, now);
        if (!refusal.isEmpty()) {
            assertThat(json(answer).get("type")).as(where).isEqualTo("/problems/" + refusal);
            return;
        }
        assertThat(answer.statusCode()).as(where).isEqualTo(200);
        compare(where, subject, target, json(answer), now);
    }

    private void compare(String where, String subject, String target, Map<String, Object> answer, Instant now) {
        var team = target == null ? model.members.get(subject).main() : target;
        var settings = new HashMap<String, Object>();
        model.settings(team).keySet().forEach(key -> settings.put(key, at(answer, "settings." + key)));
        assertThat(settings).as(where).isEqualTo(new HashMap<>(model.settings(team)));
        assertThat(ids(answer, "workflows"))
                .as(where)
                .containsExactlyInAnyOrderElementsOf(model.workflows(subject, target));
        assertThat(ids(answer, "assets")).as(where).containsExactlyInAnyOrderElementsOf(model.assets(subject, target));
        var enterable = new ArrayList<>(ids(answer, "enterableTeams"));
        enterable.retainAll(model.teams.keySet());
        assertThat(enterable).as(where).isEqualTo(model.enterable(subject, now));
        answer.keySet().retainAll(Set.of("hash", "team", "settings", "assets", "workflows"));
        snapshots.put((String) answer.get("hash"), answer);
    }

    /** Whatever was changed and deleted since: what a session has pinned is there as it was. */
    private void compareSnapshot(String hash, Map<String, Object> content) {
        assertThat(json(Api.asSystem().get("/api/snapshots/{hash}", hash))).containsAllEntriesOf(content);
    }

    private String target() {
        var choice = random.nextInt(10);
        if (choice < 3) {
            return null;
        }
        return choice == 3 ? any(deleted) : any(model.teams.keySet());
    }

    private void addTeam() {
        var team = new Team();
        team.name = "Random " + UUID.randomUUID();
        team.id = Api.aTeam(team.name);
        model.teams.put(team.id, team);
    }

    private void putMember() {
        var isNew = model.members.size() < 3 || random.nextInt(3) == 0;
        var subject = isNew ? "random-" + UUID.randomUUID() : any(model.members.keySet());
        var main = any(model.teams.keySet());
        var secondary = new HashSet<String>();
        for (int i = random.nextInt(3); i > 0; i--) {
            secondary.add(any(model.teams.keySet()));
        }
        secondary.remove(main);
        assertThat(Api.putMember(subject, main, secondary.toArray(String[]::new))
                        .statusCode())
                .isIn(200, 201);
        model.members.put(subject, new Member(subject, main, List.copyOf(secondary)));
    }

    private void lend(Team lender) {
        lender.mode = List.of("NONE", "ALL", "LIST", "LIST", "LIST").get(random.nextInt(5));
        lender.lendsTo = new HashMap<>();
        var grants = new ArrayList<Object>();
        for (int i = random.nextInt(4); i > 0; i--) {
            var team = any(model.teams.keySet());
            if (!lender.lendsTo.containsKey(team)) {
                grants.add(grant(lender, team));
            }
        }
        Api.lend(lender.id, lender.mode, grants.toArray());
    }

    private Object grant(Team lender, String team) {
        var end = List.of(
                        Instant.MAX,
                        Instant.now().plusSeconds(3600),
                        Instant.now().minusSeconds(60))
                .get(random.nextInt(3));
        lender.lendsTo.put(team, end);
        return end.equals(Instant.MAX) ? team : Map.of("team", team, "until", end.toString());
    }

    private void deleteTeam(Team team) {
        if (model.teams.size() < 2) {
            return;
        }
        var expected = model.hasMembers(team.id) ? 409 : 204;
        Api.asAdmin().delete("/api/teams/{id}", team.id).then().statusCode(expected);
        if (expected == 204) {
            deleted.add(team.id);
            model.teams.remove(team.id);
        }
    }

    private void addText(Team team) {
        team.assets.add(Api.aText(team.id, "Text " + random.nextInt()));
    }

    private void addWorkflow(Team team) {
        addText(team);
        var asset = any(team.assets);
        team.workflows.put(Api.aWorkflow(team.id, asset), asset);
    }

    private void archive(Team team) {
        if (!team.assets.isEmpty()) {
            var asset = any(team.assets);
            Api.asAdmin().post("/api/assets/{id}/archive", asset).then().statusCode(200);
            team.archived.add(asset);
        }
    }

    private void set(String team, Map<String, Object> own) {
        var key = any(KEYS);
        if (random.nextInt(3) == 0) {
            Api.set(team, Nested.of(Collections.singletonMap(key.name(), null)));
            own.remove(key.name());
        } else {
            // An empty map would be merged into what is set, and leave it as it is.
            var byDefault = model.defaults.get(key.name());
            var value = random.nextBoolean() || byDefault == null || byDefault instanceof Map
                    ? SomeValue.of(key)
                    : byDefault;
            Api.set(team, Nested.of(Map.of(key.name(), value)));
            own.put(key.name(), value);
        }
    }

    private void clearOrganisation() {
        var nothing = new HashMap<String, Object>();
        Catalogue.keys().forEach(key -> nothing.put(key.name().split("\\.")[0], null));
        Api.set(null, nothing);
    }

    private void readDefaults() {
        var settings = json(Api.asAdmin().get("/api/settings"));
        KEYS.forEach(key -> model.defaults.put(key.name(), at(settings, key.name())));
    }

    private static List<String> ids(Map<String, Object> answer, String list) {
        return ((List<?>) answer.get(list))
                .stream().map(item -> (String) ((Map<?, ?>) item).get("id")).toList();
    }

    /** By Jackson: the JSON paths of REST Assured are compiled one by one, which took most of the time. */
    private static Map<String, Object> json(Response answer) {
        try {
            return JSON.readValue(answer.asByteArray(), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object at(Map<String, Object> object, String path) {
        Object value = object;
        for (var name : path.split("\\.")) {
            value = ((Map<?, ?>) value).get(name);
        }
        return value;
    }

    private <T> T any(Collection<T> all) {
        return List.copyOf(all).get(random.nextInt(all.size()));
    }
}

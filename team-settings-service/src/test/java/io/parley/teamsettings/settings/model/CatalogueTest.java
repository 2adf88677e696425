package io.parley.teamsettings.settings.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every key is typed, has a default of its type, and takes part in all that is done with settings. */
class CatalogueTest {

    /** The table of the product, group by group. */
    private static final Set<String> GROUPS = Set.of(
            "channels",
            "invitation",
            "link",
            "session",
            "customer",
            "room",
            "retention",
            "brand",
            "borrowing",
            "lending");

    static List<SettingKey> keys() {
        return Catalogue.keys();
    }

    @Test
    void namesAreUniqueAndOfTheKnownGroups() {
        assertThat(keys()).extracting(SettingKey::name).doesNotHaveDuplicates();
        assertThat(keys().stream().map(key -> key.name().split("\\.")[0]).collect(Collectors.toSet()))
                .isEqualTo(GROUPS);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aDefaultIsOfItsType(SettingKey key) {
        var effective = Effective.ofTeam("Sales", Own.NOTHING, Own.NOTHING).value(key.name());

        if (effective != null) {
            assertThat(key.type().read(effective)).isEqualTo(effective);
        } else {
            assertThat(key.type().effective(key.type().read("none"))).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aKeyHasASchemaAndAMeaning(SettingKey key) {
        assertThat(key.type().schema()).isNotEmpty();
        assertThat(key.meaning()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aKeyIsExplainedAtEachLevel(SettingKey key) {
        var value = new Own.Value(SomeValue.of(key), 7, "ada", null);
        var own = new Own(Map.of(key.name(), value));

        assertThat(level(key, Own.NOTHING, Own.NOTHING)).isEqualTo(Level.DEFAULT);
        assertThat(level(key, own, Own.NOTHING)).isEqualTo(Level.ORGANISATION);
        assertThat(level(key, Own.NOTHING, own)).isEqualTo(Level.TEAM);
        assertThat(level(key, own, own)).isEqualTo(Level.TEAM);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aKeyIsSetAndInheritedAgain(SettingKey key) {
        var value = SomeValue.of(key);

        var set = SettingsPatch.of(Nested.of(Map.of(key.name(), value))).changes(Map.of());
        var reset = SettingsPatch.of(Nested.of(Collections.singletonMap(key.name(), null)))
                .changes(set);

        assertThat(set).isEqualTo(Map.of(key.name(), value));
        assertThat(reset).containsOnlyKeys(key.name()).containsValue(null);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aKeyRefusesWhatIsOfNoType(SettingKey key) {
        var refused = SomeValue.violations(key, List.of(Map.of("no", "such")));

        assertThat(refused).isNotEmpty().allSatisfy(violation -> assertThat(violation.pointer())
                .startsWith(key.pointer()));
    }

    private static Level level(SettingKey key, Own organisation, Own team) {
        return Effective.ofTeam("Sales", organisation, team)
                .byKey()
                .get(key.name())
                .level();
    }
}

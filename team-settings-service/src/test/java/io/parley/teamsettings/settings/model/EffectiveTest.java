package io.parley.teamsettings.settings.model;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which value is in effect, and where it comes from. */
class EffectiveTest {

    private static final Instant THEN = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void theTeamsOwnValueComesFirstThenTheOrganisationsThenTheDefault() {
        var organisation = own(Map.of("link.lifetime", "P3D", "session.renewableFor", "never"));
        var team = own(Map.of("link.lifetime", "P1D"));
        var effective = Effective.ofTeam("Sales", organisation, team);

        assertThat(effective.byKey().get("link.lifetime"))
                .isEqualTo(new Effective.Explained("P1D", Level.TEAM, value("P1D")));
        assertThat(effective.byKey().get("session.renewableFor"))
                .isEqualTo(new Effective.Explained("never", Level.ORGANISATION, value("never")));
        assertThat(effective.byKey().get("session.endAfterInactivity"))
                .isEqualTo(new Effective.Explained("P7D", Level.DEFAULT, null));
        assertThat(effective.value("link.lifetime")).isEqualTo("P1D");
    }

    @Test
    void noneIsAValueToSetAndNothingInEffect() {
        var organisation = own(Map.of("brand.logo", "sha256-of-a-logo"));

        assertThat(Effective.ofTeam("Sales", organisation, Own.NOTHING).value("brand.logo"))
                .isEqualTo("sha256-of-a-logo");
        assertThat(Effective.ofTeam("Sales", organisation, own(Map.of("brand.logo", "none")))
                        .value("brand.logo"))
                .isNull();
    }

    @Test
    void theBareValuesAreThoseOfAllKeysInTheOrderOfTheCatalogue() {
        var plain =
                Effective.ofOrganisation(own(Map.of("link.lifetime", "P3D"))).plain();

        assertThat(plain.keySet())
                .containsExactlyElementsOf(
                        Catalogue.keys().stream().map(SettingKey::name).toList());
        assertThat(plain).containsEntry("link.lifetime", "P3D").containsEntry("session.renewableFor", "P30D");
    }

    @Test
    void ownValuesAreOnlyThoseThatWereSet() {
        var own = own(Map.of("session.renewableFor", "never", "link.lifetime", "P3D"));

        assertThat(own.plain().keySet()).containsExactly("link.lifetime", "session.renewableFor");
        assertThat(own.plain()).containsValues("P3D", "never");
        assertThat(Own.NOTHING.plain()).isEmpty();
    }

    @Test
    void changesThatNobodyHasMadeYetReplaceAddAndInherit() {
        var own = own(Map.of("session.renewableFor", "never", "link.lifetime", "P3D"));
        var changes = new HashMap<String, Object>();
        changes.put("link.lifetime", null);
        changes.put("session.renewableFor", "P1D");
        changes.put("session.contactReuse", "CONTINUE");

        assertThat(own.with(changes).plain())
                .isEqualTo(Map.of("session.renewableFor", "P1D", "session.contactReuse", "CONTINUE"));
        assertThat(own.with(changes).get("session.renewableFor")).isEqualTo(new Own.Value("P1D", 0, null, null));
        assertThat(own.plain()).as("what is in effect").containsEntry("link.lifetime", "P3D");
    }

    private static Own own(Map<String, Object> values) {
        var own = new HashMap<String, Own.Value>();
        values.forEach((key, value) -> own.put(key, value(value)));
        return new Own(own);
    }

    private static Own.Value value(Object value) {
        return new Own.Value(value, 7, "ada", THEN);
    }
}

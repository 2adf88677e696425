package io.parley.teamsettings.settings.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may borrow, and until when. */
class LendingRuleTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant ONE = Instant.parse("2026-03-01T13:00:00Z");
    private static final Instant TWO = Instant.parse("2026-03-01T14:00:00Z");
    private static final String SALES = "0198a1b2-0000-7000-8000-000000000001";
    private static final String SUPPORT = "0198a1b2-0000-7000-8000-000000000002";

    @Test
    void nobodyBorrowsFromATeamThatLendsToNone() {
        var rule = new LendingRule("NONE", List.of(SALES));

        assertThat(rule.allows(SALES, NOON)).isFalse();
        assertThat(rule.endsFor(SALES, NOON)).isEmpty();
    }

    @Test
    void everybodyBorrowsFromATeamThatLendsToAllWithoutEnd() {
        var rule = new LendingRule("ALL", List.of(until(SALES, ONE)));

        assertThat(rule.allows(SUPPORT, NOON)).isTrue();
        assertThat(rule.allows(SALES, TWO)).isTrue();
        assertThat(rule.endsFor(SALES, NOON)).isEmpty();
    }

    @Test
    void aListNamesWhoBorrows() {
        var rule = new LendingRule("LIST", List.of(SALES));

        assertThat(rule.allows(SALES, NOON)).isTrue();
        assertThat(rule.allows(SUPPORT, NOON)).isFalse();
        assertThat(rule.endsFor(SALES, NOON)).isEmpty();
    }

    @Test
    void aLeaveEndsAtItsInstant() {
        var rule = new LendingRule("LIST", List.of(until(SALES, ONE)));

        assertThat(rule.allows(SALES, ONE.minusMillis(1))).isTrue();
        assertThat(rule.allows(SALES, ONE)).isFalse();
        assertThat(rule.allows(SUPPORT, NOON)).isFalse();
        assertThat(rule.endsFor(SALES, NOON)).contains(ONE);
        assertThat(rule.endsFor(SALES, ONE)).isEmpty();
        assertThat(rule.endsFor(SUPPORT, NOON)).isEmpty();
    }

    @Test
    void ofSeveralLeavesTheLastOneToEndCounts() {
        var both = new LendingRule("LIST", List.of(until(SALES, TWO), until(SALES, ONE), until(SUPPORT, ONE)));
        var one = new LendingRule("LIST", List.of(until(SALES, ONE), SALES));

        assertThat(both.endsFor(SALES, NOON)).contains(TWO);
        assertThat(one.endsFor(SALES, NOON)).as("one without an end").isEmpty();
    }

    @Test
    void itIsReadFromTheSettingsInEffect() {
        var own = Own.NOTHING.with(Map.of("lending.to.mode", "LIST", "lending.to.teams", List.of(SALES)));

        assertThat(LendingRule.of(Effective.ofTeam("Support", Own.NOTHING, own)))
                .isEqualTo(new LendingRule("LIST", List.of(SALES)));
        assertThat(LendingRule.of(Effective.ofOrganisation(Own.NOTHING)).allows(SALES, NOON))
                .isFalse();
    }

    private static Map<String, Object> until(String team, Instant end) {
        return Map.of("team", team, "until", end.toString());
    }
}

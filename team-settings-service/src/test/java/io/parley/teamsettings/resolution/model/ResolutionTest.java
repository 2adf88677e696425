package io.parley.teamsettings.resolution.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import io.parley.teamsettings.resolution.model.Facts.Lender;
import io.parley.teamsettings.resolution.model.Facts.Level;
import io.parley.teamsettings.resolution.model.Facts.Person;
import io.parley.teamsettings.resolution.model.Facts.Team;
import io.parley.teamsettings.resolution.model.Facts.TeamName;
import io.parley.teamsettings.resolution.model.ResolutionRefused.Reason;
import io.parley.teamsettings.settings.model.LendingRule;
import io.parley.teamsettings.settings.model.Own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What a session is started with, and what is refused on whose word. */
class ResolutionTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Person ALICE = new Person("alice", "Alice Arden", "alice@parley.example");
    private static final TeamName SALES = new TeamName("id-sales", "Sales");
    private static final TeamName SUPPORT = new TeamName("id-support", "Support");
    private static final TeamName ACCOUNTS = new TeamName("id-accounts", "accounts");
    private static final TeamName ACCOUNTS_TOO = new TeamName("id-accounts-2", "Accounts");

    private Own sales = Own.NOTHING;
    private Own support = Own.NOTHING;
    private final List<Lender> lenders = new ArrayList<>();

    @Test
    void theHomeTeamIsEnteredWhateverItsOwnSettingsSayOfBorrowing() {
        sales = Own.NOTHING.with(Map.of("borrowing.mayBorrow", false, "link.lifetime", "P1D"));

        var snapshot = entering(SALES).snapshot();

        assertThat(snapshot.team()).isEqualTo("id-sales");
        assertThat(snapshot.content())
                .contains("\"team\":{\"id\":\"id-sales\",\"name\":\"Sales\"}")
                .contains("\"lifetime\":\"P1D\"")
                .contains("\"assets\":[{\"id\":\"a\"}]")
                .contains("\"workflows\":[{\"id\":\"w\"}]");
    }

    @Test
    void theNewestOfBothLevelsIsTheRevision() {
        assertThat(entering(SALES).snapshot().revision())
                .as("the organisation's")
                .isEqualTo(9);
        support = lendingTo("ALL");
        assertThat(entering(SUPPORT).snapshot().revision()).as("the team's").isEqualTo(11);
    }

    @Test
    void equalContentHasAnEqualHash() {
        var hash = entering(SALES).snapshot().hash();

        assertThat(hash)
                .matches("[0-9a-f]{64}")
                .isEqualTo(entering(SALES).snapshot().hash());
        sales = Own.NOTHING.with(Map.of("link.lifetime", "P1D"));
        assertThat(entering(SALES).snapshot().hash()).isNotEqualTo(hash);
    }

    @Test
    void anotherTeamsSettingsReplaceTheHomeTeamsWholly() {
        sales = Own.NOTHING.with(Map.of("link.lifetime", "P1D"));
        support = lendingTo("ALL").with(Map.of("session.renewableFor", "P2D"));

        assertThat(entering(SUPPORT).snapshot().content())
                .contains("\"lifetime\":\"P7D\"")
                .contains("\"renewableFor\":\"P2D\"");
    }

    @Test
    void aTeamThatMayNotBorrowHearsItBeforeTheLenderIsAsked() {
        sales = Own.NOTHING.with(Map.of("borrowing.mayBorrow", false));

        assertThat(refusal(SUPPORT)).isEqualTo(Reason.BORROWING_NOT_ALLOWED);
        sales = Own.NOTHING;
        assertThat(refusal(SUPPORT)).isEqualTo(Reason.LENDING_NOT_ALLOWED);
    }

    @Test
    void whoOrWhatThereIsNotIsRefused() {
        assertThat(refusalOf(() -> new Resolution(facts(Optional.empty(), team(SALES), team(SALES)))))
                .isEqualTo(Reason.UNKNOWN_MEMBER);
        assertThat(refusalOf(() -> new Resolution(facts(Optional.of(ALICE), Optional.empty(), team(SALES)))))
                .isEqualTo(Reason.UNKNOWN_MEMBER);
        var nowhere = new Resolution(facts(Optional.of(ALICE), team(SALES), Optional.empty()));
        assertThat(refusalOf(nowhere::snapshot)).isEqualTo(Reason.UNKNOWN_TEAM);
    }

    @Test
    void theTeamsThatMayBeEnteredAreTheHomeTeamAndByNameThoseThatLendToIt() {
        lenders.add(new Lender(SUPPORT, new LendingRule("ALL", List.of())));
        lenders.add(new Lender(ACCOUNTS_TOO, new LendingRule("LIST", List.of("id-sales"))));
        lenders.add(new Lender(ACCOUNTS, new LendingRule("ALL", List.of())));
        lenders.add(new Lender(new TeamName("id-other", "Other"), new LendingRule("LIST", List.of("id-support"))));
        lenders.add(new Lender(SALES, new LendingRule("ALL", List.of())));

        assertThat(entering(SALES).enterable()).containsExactly(SALES, ACCOUNTS, ACCOUNTS_TOO, SUPPORT);
        sales = Own.NOTHING.with(Map.of("borrowing.mayBorrow", false));
        assertThat(entering(SALES).enterable()).containsExactly(SALES);
    }

    @Test
    void theAnswerHoldsUntilTheFirstLeaveEnds() {
        assertThat(entering(SALES).holdsUntil()).isEmpty();
        lenders.add(new Lender(SUPPORT, leaveUntil(NOON.plusSeconds(60))));
        lenders.add(new Lender(ACCOUNTS, leaveUntil(NOON.plusSeconds(30))));
        lenders.add(new Lender(ACCOUNTS_TOO, leaveUntil(NOON)));

        assertThat(entering(SALES).holdsUntil()).contains(NOON.plusSeconds(30));
    }

    @Test
    void theAnswerIsTheSnapshotWithThePersonsOwnFacts() {
        lenders.add(new Lender(SUPPORT, new LendingRule("ALL", List.of())));
        sales = Own.NOTHING.with(Map.of("session.historyScope", "TEAM"));
        var resolution = entering(SALES);
        var snapshot = resolution.snapshot();

        assertThat(snapshot.json())
                .startsWith("{\"hash\":\"" + snapshot.hash() + "\",\"revision\":9,\"assets\":")
                .endsWith("}");
        assertThat(resolution.json(snapshot))
                .startsWith(snapshot.json().substring(0, snapshot.json().length() - 1))
                .endsWith(",\"enterableTeams\":[{\"id\":\"id-sales\",\"name\":\"Sales\"},"
                        + "{\"id\":\"id-support\",\"name\":\"Support\"}],\"historyScope\":\"TEAM\","
                        + "\"homeTeam\":{\"id\":\"id-sales\",\"name\":\"Sales\"},"
                        + "\"secondaryTeams\":[{\"id\":\"id-accounts\",\"name\":\"accounts\"}],"
                        + "\"subject\":{\"email\":\"alice@parley.example\",\"name\":\"Alice Arden\","
                        + "\"subject\":\"alice\"}}");
    }

    private static Own lendingTo(String mode) {
        return Own.NOTHING.with(Map.of("lending.to.mode", mode));
    }

    private static LendingRule leaveUntil(Instant end) {
        return new LendingRule("LIST", List.of(Map.of("team", "id-sales", "until", end.toString())));
    }

    private Reason refusal(TeamName target) {
        return refusalOf(entering(target)::snapshot);
    }

    private static Reason refusalOf(ThrowingCallable what) {
        return catchThrowableOfType(ResolutionRefused.class, what).reason();
    }

    private Resolution entering(TeamName target) {
        return new Resolution(facts(Optional.of(ALICE), team(SALES), team(target)));
    }

    private Optional<Team> team(TeamName name) {
        var level = name.equals(SALES) ? new Level(sales, 4) : new Level(support, 11);
        return Optional.of(new Team(name, level));
    }

    private Facts facts(Optional<Person> person, Optional<Team> home, Optional<Team> target) {
        return new Facts(
                1,
                NOON,
                new Level(Own.NOTHING, 9),
                person,
                home,
                target,
                List.of(ACCOUNTS),
                lenders,
                List.of(Map.of("id", "a")),
                List.of(Map.of("id", "w")));
    }
}

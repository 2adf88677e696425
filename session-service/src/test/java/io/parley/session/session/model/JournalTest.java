package io.parley.session.session.model;

import org.junit.jupiter.api.Test;

import io.parley.session.session.model.journal.Journal;

import static org.assertj.core.api.Assertions.assertThat;

class JournalTest {

    @Test
    void aSessionAsItWasReadTellsNothing() {
        assertThat(Journal.read(3, 7, false).isEmpty()).isTrue();
    }

    @Test
    void whatIsToldOrSentIsNotNothing() {
        var told = Given.asRead(Given.anActiveSession()).end(Given.ALICE, Given.NOW);
        var sent = Given.asRead(Given.anActiveSession()).transfer(Given.bob(), Given.ALICE, Given.NOW);

        assertThat(told.journal().isEmpty()).isFalse();
        assertThat(sent.journal().isEmpty()).isFalse();
    }

    @Test
    void itKnowsWhoHasDoneOneOfTheThings() {
        var journal = AgentSide.of(Given.asRead(Given.anInvitedSession()), Given.SAM, Given.NOW)
                .addAsset(Given.anotherAsset())
                .end(Given.ALICE, Given.NOW)
                .journal();

        assertThat(journal.isBy(Given.SAM::equals)).isTrue();
        assertThat(journal.isBy(Given.ALICE::equals)).isTrue();
        assertThat(journal.isBy(Given.CRM::equals)).isFalse();
    }
}

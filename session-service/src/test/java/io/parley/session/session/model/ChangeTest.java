package io.parley.session.session.model;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.parley.session.session.model.content.Document.Uploader;
import io.parley.session.session.model.journal.Detail;
import io.parley.session.session.model.journal.Message;
import io.parley.session.session.model.journal.SessionEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** An open session can change hands, labels and content. */
class ChangeTest {

    @Test
    void aTransferChangesTheOwnerAndNothingElse() {
        var before = Given.anActiveSession();

        var session = before.transfer(Given.bob(), Given.SAM, Given.NOW);

        assertThat(session.owner()).isEqualTo(Given.bob());
        assertThat(session.origin()).isEqualTo(before.origin());
        assertThat(session.state()).isEqualTo(before.state());
        assertThat(session.content()).isEqualTo(before.content());
        assertThat(session.invitations()).isEqualTo(before.invitations());
    }

    @Test
    void aTransferTellsFromWhom() {
        var session = Given.aPlannedSession().transfer(Given.bob(), Given.SAM, Given.NOW);

        assertThat(session.journal().events().get(0).detail()).isEqualTo(new Detail.OfTransfer("alice"));
        assertThat(session.journal().events().get(0).actor()).isEqualTo(Given.SAM);
        assertThat(session.journal().messages())
                .containsExactly(
                        new Message.TellAgent(Given.bob(), Message.Subject.SESSION_TRANSFERRED, null),
                        new Message.TellAgent(Given.alice(), Message.Subject.SESSION_TRANSFERRED, null));
    }

    @Test
    void labelsAreReplaced() {
        var labels = new Labels(null, Map.of("policy", "K-9"));

        var session = Given.anActiveSession().label(labels, Given.CRM, Given.NOW);

        assertThat(session.labels()).isEqualTo(labels);
    }

    @Test
    void anAssetComesAndGoes() {
        var more = AgentSide.of(Given.anActiveSession(), Given.ALICE, Given.NOW).addAsset(Given.anotherAsset());
        var less = AgentSide.of(more, Given.ALICE, Given.NOW).removeAsset(Given.TERMS);

        assertThat(more.content().assets()).containsExactly(Given.terms(), Given.anotherAsset());
        assertThat(less.content().assets()).containsExactly(Given.anotherAsset());
        assertThat(less.journal().events())
                .extracting(SessionEvent::detail)
                .containsExactly(new Detail.OfAsset(Given.anotherAsset()), new Detail.OfAsset(Given.terms()));
    }

    @Test
    void aDocumentIsToldByWhoAddedIt() {
        var byAgent = AgentSide.of(Given.aPlannedSession(), Given.ALICE, Given.NOW)
                .addDocument(Given.aDocument(Uploader.AGENT));
        var byCustomer =
                CustomerSide.of(Given.anActiveSession(), Given.NOW).addDocument(Given.aDocument(Uploader.CUSTOMER));

        assertThat(byAgent.journal().events())
                .extracting(SessionEvent::actor, SessionEvent::detail)
                .containsExactly(tuple(Given.ALICE, new Detail.OfDocument(Given.aDocument(Uploader.AGENT))));
        assertThat(byCustomer.journal().events())
                .extracting(SessionEvent::actor, SessionEvent::detail)
                .containsExactly(tuple(Actor.CUSTOMER, new Detail.OfDocument(Given.aDocument(Uploader.CUSTOMER))));
    }

    @Test
    void whatIsLabelledSoAlreadyIsNotToldAgain() {
        var same = Given.anActiveSession().label(new Labels("CRM-1", Map.of()), Given.CRM, Given.NOW);
        var other = Given.anActiveSession().label(new Labels("CRM-2", Map.of()), Given.CRM, Given.NOW);

        assertThat(same).isEqualTo(Given.anActiveSession());
        assertThat(Happened.events(other))
                .containsExactly(Happened.event("session.changed", "label", StateName.ACTIVE, StateName.ACTIVE));
    }

    @Test
    void anAssetThatIsNotThereCannotBeRemoved() {
        assertThatThrownBy(() -> AgentSide.of(Given.anActiveSession(), Given.ALICE, Given.NOW)
                        .removeAsset(Given.id(7)))
                .hasMessage("ASSET_UNKNOWN");
    }

    @Test
    void aWorkflowIsNoAsset() {
        assertThatThrownBy(() -> AgentSide.of(Given.anActiveSession(), Given.ALICE, Given.NOW)
                        .removeAsset(Given.IDENTIFICATION))
                .hasMessage("ASSET_UNKNOWN");
    }
}

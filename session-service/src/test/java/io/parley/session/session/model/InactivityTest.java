package io.parley.session.session.model;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.parley.session.session.model.content.Document.Uploader;
import io.parley.session.session.model.entrance.JoinAttempt;
import io.parley.session.session.model.invitation.InvitationState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Agents and machines keep a session from expiring; customers, clocks and receipts do not. */
class InactivityTest {

    @ParameterizedTest
    @MethodSource("ofAgentsAndMachines")
    void whatAgentsAndMachinesDoStartsTheClockOver(UnaryOperator<Session> command) {
        var session = command.apply(Given.anInvitedSession());

        assertThat(session.expiresAt()).isEqualTo(Given.NOW.plus(Settings.INACTIVITY));
    }

    static Stream<Named<UnaryOperator<Session>>> ofAgentsAndMachines() {
        return Stream.of(
                command("resend", s -> s.resend(Given.link(2), Given.ALICE, Given.NOW)),
                command("re-engage", s -> s.reengage(Given.ben(), Given.link(2), Given.ALICE, Given.NOW)),
                command("transfer", s -> s.transfer(Given.bob(), Given.SAM, Given.NOW)),
                command("link", s -> s.issueLink(Given.link(2), Given.ALICE, Given.NOW)),
                command("label", s -> s.label(new Labels("CRM-2", Map.of()), Given.CRM, Given.NOW)),
                command("add document", s -> s.addDocument(Given.aDocument(Uploader.AGENT), Given.ALICE, Given.NOW)),
                command("write", s -> s.addMessage(Given.id(7), Given.ALICE, Given.NOW)),
                command("add asset", s -> s.addAsset(Given.anotherAsset(), Given.CRM, Given.NOW)),
                command("remove asset", s -> s.removeAsset(Given.TERMS, Given.ALICE, Given.NOW)),
                command(
                        "add workflow",
                        s -> s.addWorkflow(Given.aWorkflow(Given.id(9), Lifetime.NEVER), Given.ALICE, Given.NOW)),
                command("remove workflow", s -> s.removeWorkflow(Given.IDENTIFICATION, Given.ALICE, Given.NOW)),
                command("restart workflow", s -> s.restartWorkflow(Given.IDENTIFICATION, Given.ALICE, Given.NOW)));
    }

    @ParameterizedTest
    @MethodSource("ofOthers")
    void whatCustomersClocksAndReceiptsDoLetsItRun(UnaryOperator<Session> command) {
        var session = command.apply(Given.anInvitedSession());

        assertThat(session.expiresAt()).isEqualTo(Given.START.plus(Settings.INACTIVITY));
    }

    static Stream<Named<UnaryOperator<Session>>> ofOthers() {
        return Stream.of(
                command("join", InactivityTest::join),
                command("step", s -> CustomerSide.of(join(s), Given.NOW).completeStep(Given.IDENTIFICATION, "upload")),
                command("upload", s -> CustomerSide.of(join(s), Given.NOW)
                        .addDocument(Given.aDocument(Uploader.CUSTOMER))),
                command("write", s -> CustomerSide.of(join(s), Given.NOW).addMessage(Given.id(7))),
                command("new link", s -> CustomerSide.of(s, Given.START.plus(Settings.LINK))
                        .askForNewLink(Given.link(1).hash(), Given.link(2))),
                command("lapse of a workflow", s -> s.elapse(Given.START.plus(Given.CLOCK))),
                command("lapse of a link", s -> s.elapse(Given.START.plus(Settings.LINK))),
                command(
                        "receipt",
                        s -> s.delivered(
                                Given.link(1).invitation(), InvitationState.UNDELIVERED, "gave-up", Given.NOW)),
                command("transfer to the owner", s -> s.transfer(Given.alice(), Given.SAM, Given.NOW)));
    }

    @Test
    void aRefusedCommandDoesNotKeepItAlive() {
        var session = Given.anInvitedSession();

        assertThatThrownBy(() -> session.invite(Given.link(2), Given.ALICE, Given.NOW))
                .isInstanceOf(MoveRefused.class);
        assertThat(session.expiresAt()).isEqualTo(Given.START.plus(Settings.INACTIVITY));
    }

    @Test
    void itDoesNotRunWhilePlanned() {
        var session = Given.aPlannedSession().addAsset(Given.anotherAsset(), Given.ALICE, Given.NOW);

        assertThat(session.expiresAt()).isNull();
    }

    private static Session join(Session session) {
        var attempt = new JoinAttempt(Given.link(1).hash(), Given.PHONE, true, null, null);
        return CustomerSide.of(session, Given.NOW).join(attempt).orThrow();
    }

    private static Named<UnaryOperator<Session>> command(String name, UnaryOperator<Session> command) {
        return Named.of(name, command);
    }
}

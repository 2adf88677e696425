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
                command("add document", s -> AgentSide.of(s, Given.ALICE, Given.NOW)
                        .addDocument(Given.aDocument(Uploader.AGENT))),
                command("write", s -> AgentSide.of(s, Given.ALICE, Given.NOW).addMessage(Given.id(7))),
                command("add asset", s -> AgentSide.of(s, Given.CRM, Given.NOW).addAsset(Given.anotherAsset())),
                command("remove asset", s -> AgentSide.of(s, Given.ALICE, Given.NOW)
                        .removeAsset(Given.TERMS)),
                command("add workflow", s -> AgentSide.of(s, Given.ALICE, Given.NOW)
                        .addWorkflow(Given.aWorkflow(Given.id(9), Lifetime.NEVER))),
                command("remove workflow", s -> AgentSide.of(s, Given.ALICE, Given.NOW)
                        .removeWorkflow(Given.IDENTIFICATION)),
                command("restart workflow", s -> AgentSide.of(s, Given.ALICE, Given.NOW)
                        .restartWorkflow(Given.IDENTIFICATION)));
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
        var session =
                AgentSide.of(Given.aPlannedSession(), Given.ALICE, Given.NOW).addAsset(Given.anotherAsset());

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

package io.parley.session.session.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiFunction;

import io.parley.session.session.model.content.Document.Uploader;
import io.parley.session.session.model.entrance.JoinAttempt;
import io.parley.session.session.model.invitation.InvitationState;
import io.parley.session.session.model.invitation.Link;
import io.parley.session.session.model.journal.Message;

/** Everything that can be asked of a session, or befall it: the rows of the matrix. */
enum Ask {
    INVITE((s, now) -> s.invite(Given.link(9), Given.ALICE, now)),
    RESEND((s, now) -> s.resend(Given.link(9), Given.ALICE, now)),
    REENGAGE((s, now) -> s.reengage(Given.ben(), Given.link(9), Given.ALICE, now)),
    JOIN((s, now) -> join(s, Given.PHONE, now)),
    JOIN_ON_ANOTHER_DEVICE((s, now) -> join(s, "another", now)),
    END((s, now) -> s.end(Given.ALICE, now)),
    RENEW((s, now) -> s.renew(true, Given.link(9), Given.ALICE, now)),
    RENEW_SILENTLY((s, now) -> s.renew(false, Given.link(9), Given.ALICE, now)),
    TRANSFER((s, now) -> s.transfer(Given.bob(), Given.SAM, now)),
    TRANSFER_TO_OWNER((s, now) -> s.transfer(Given.alice(), Given.SAM, now)),
    LABEL((s, now) -> s.label(new Labels("CRM-2", Map.of("a", "b")), Given.CRM, now)),
    ADD_ASSET((s, now) -> AgentSide.of(s, Given.ALICE, now).addAsset(Given.anotherAsset())),
    ADD_DOCUMENT((s, now) -> AgentSide.of(s, Given.ALICE, now).addDocument(Given.aDocument(Uploader.AGENT))),
    UPLOAD_DOCUMENT((s, now) -> CustomerSide.of(s, now).addDocument(Given.aDocument(Uploader.CUSTOMER))),
    WRITE_AS_AGENT((s, now) -> AgentSide.of(s, Given.ALICE, now).addMessage(Given.id(301))),
    WRITE_AS_CUSTOMER((s, now) -> CustomerSide.of(s, now).addMessage(Given.id(302))),
    REMOVE_ASSET((s, now) -> AgentSide.of(s, Given.ALICE, now).removeAsset(Given.TERMS)),
    ADD_WORKFLOW(
            (s, now) -> AgentSide.of(s, Given.ALICE, now).addWorkflow(Given.aWorkflow(Given.id(203), Lifetime.NEVER))),
    REMOVE_WORKFLOW((s, now) -> AgentSide.of(s, Given.ALICE, now).removeWorkflow(Given.IDENTIFICATION)),
    RESTART_WORKFLOW((s, now) -> AgentSide.of(s, Given.ALICE, now).restartWorkflow(Given.IDENTIFICATION)),
    ISSUE_LINK((s, now) -> s.issueLink(Given.link(9), Given.ALICE, now)),
    COMPLETE_STEP((s, now) -> CustomerSide.of(s, now).completeStep(Given.IDENTIFICATION, "upload")),
    ASK_FOR_CODE((s, now) -> CustomerSide.of(s, now).askForCode(first(), new Message.OneTimeSecret("123456", "h"))),
    ASK_FOR_NEW_LINK((s, now) -> CustomerSide.of(s, now).askForNewLink(first(), Given.link(9))),
    SENT((s, now) -> receipt(s, InvitationState.SENT, null, now)),
    DELIVERED((s, now) -> receipt(s, InvitationState.DELIVERED, null, now)),
    UNDELIVERED((s, now) -> receipt(s, InvitationState.UNDELIVERED, "address-rejected", now)),
    NO_TIME_PASSES((s, now) -> s.elapse(now)),
    WORKFLOW_CLOCK_PASSES((s, now) -> s.elapse(now.plus(Given.CLOCK))),
    LINK_LIFETIME_PASSES((s, now) -> s.elapse(now.plus(Settings.LINK))),
    INACTIVITY_PASSES((s, now) -> s.elapse(now.plus(Settings.INACTIVITY))),
    A_CENTURY_PASSES((s, now) -> s.elapse(now.plus(Duration.ofDays(36_525))));

    private final BiFunction<Session, Instant, Session> how;

    Ask(BiFunction<Session, Instant, Session> how) {
        this.how = how;
    }

    Session of(Session session, Instant now) {
        return how.apply(session, now);
    }

    private static Session join(Session session, String device, Instant now) {
        var attempt = new JoinAttempt(first(), device, true, null, null);
        return CustomerSide.of(session, now).join(attempt).orThrow();
    }

    private static Session receipt(Session session, InvitationState state, String reason, Instant now) {
        return session.delivered(firstLink().invitation(), state, reason, now);
    }

    private static String first() {
        return firstLink().hash();
    }

    private static Link firstLink() {
        return Given.link(1);
    }
}

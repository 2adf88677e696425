package io.parley.session.session.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.parley.session.session.model.content.Content;
import io.parley.session.session.model.content.Document;
import io.parley.session.session.model.content.SessionAsset;
import io.parley.session.session.model.content.SessionWorkflow;
import io.parley.session.session.model.content.WorkflowState;
import io.parley.session.session.model.content.WorkflowStep;
import io.parley.session.session.model.entrance.Entrance;
import io.parley.session.session.model.entrance.JoinAttempt;
import io.parley.session.session.model.invitation.Link;
import io.parley.session.session.model.journal.Journal;

/** Sessions in every state, as they are read before a command: alice invited anna, with one asset and one workflow. */
public final class Given {

    public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    public static final Instant JOIN = START.plus(Duration.ofMinutes(10));
    public static final Instant END = START.plus(Duration.ofMinutes(20));
    public static final Instant NOW = START.plus(Duration.ofMinutes(30));

    public static final Actor ALICE = new Actor("alice", Actor.Role.AGENT);
    public static final Actor SAM = new Actor("sam", Actor.Role.SUPERVISOR);
    public static final Actor CRM = new Actor("crm", Actor.Role.SYSTEM);

    public static final UUID TERMS = id(101);
    public static final UUID IDENTIFICATION = id(201);
    public static final Duration CLOCK = Duration.ofHours(1);
    public static final String PIN = "pin-4711";
    public static final String PHONE = "phone";

    private Given() {}

    public static Session aPlannedSession() {
        return aPlannedSession(Settings.usual());
    }

    public static Session aPlannedSession(Settings settings) {
        return asRead(Session.plan(anOpening(settings, anna()), ALICE));
    }

    public static Session anInvitedSession() {
        return anInvitedSession(Settings.usual());
    }

    public static Session anInvitedSession(Settings settings) {
        return anInvitedSession(settings, anna());
    }

    public static Session anInvitedSession(Settings settings, Customer customer) {
        return asRead(Session.start(anOpening(settings, customer), link(1), ALICE));
    }

    public static Session anActiveSession() {
        return anActiveSession(Settings.usual());
    }

    public static Session anActiveSession(Settings settings) {
        return joined(anInvitedSession(settings));
    }

    /** Ended by alice after the customer had joined. */
    public static Session anEndedSession() {
        return anEndedSession(Settings.usual());
    }

    public static Session anEndedSession(Settings settings) {
        return ended(anActiveSession(settings));
    }

    public static Session joined(Session session) {
        return asRead(joined(session, JOIN));
    }

    static Session joined(Session session, Instant at) {
        var attempt = new JoinAttempt(link(1).hash(), PHONE, true, PIN, null);
        return CustomerSide.of(session, at).join(attempt).orThrow();
    }

    public static Session ended(Session session) {
        return asRead(session.end(ALICE, END));
    }

    /** The session with its workflow in another condition. */
    public static Session with(Session session, SessionWorkflow workflow) {
        return with(session, session.content().replace(workflow), session.movedAt());
    }

    /** The session as one to which something else happened last. */
    static Session moved(Session session, Instant at) {
        return with(session, session.content(), at);
    }

    private static Session with(Session session, Content content, Instant movedAt) {
        return new Session(
                session.origin(),
                session.owner(),
                session.customer(),
                session.state(),
                session.invitations(),
                content,
                session.entrance(),
                session.labels(),
                movedAt,
                session.expiresAt(),
                session.absence(),
                session.journal());
    }

    /** With everything done and told, as the store would answer it. */
    public static Session asRead(Session session) {
        return session.with(Journal.at(session.journal().sequence()));
    }

    public static Session.Opening anOpening(Settings settings, Customer customer) {
        return anOpening(settings, customer, START);
    }

    public static Session.Opening anOpening(Settings settings, Customer customer, Instant at) {
        var pin = SettingsPin.fresh(id(12), 17, "hash-of-the-snapshot");
        return new Session.Opening(
                new Origin(id(1), id(11), pin, settings.policy(), at),
                alice(),
                customer,
                Content.of(List.of(terms()), List.of(identification())),
                Entrance.withPin(PIN),
                new Labels("CRM-1", Map.of()));
    }

    public static Owner alice() {
        return new Owner("alice", "Alice Arden", "alice@parley.test");
    }

    public static Owner bob() {
        return new Owner("bob", "Bob Brandt", "bob@parley.test");
    }

    public static Customer anna() {
        return new Customer("Anna", "anna@mail.test", null, "en", null);
    }

    public static Customer annaWithPhone() {
        return new Customer("Anna", "anna@mail.test", "+4915100001", "en", null);
    }

    public static Customer ben() {
        return new Customer("Ben", null, "+4915100002", "de", null);
    }

    public static Customer nobodyReachable() {
        return new Customer("Nemo", null, null, null, null);
    }

    public static Link link(int number) {
        return new Link(id(1000 + number), "https://parley.test/j/secret-" + number, "link-" + number);
    }

    public static SessionAsset terms() {
        return new SessionAsset(TERMS, id(102), 1, "DOCUMENT", "Terms");
    }

    public static SessionAsset anotherAsset() {
        return new SessionAsset(id(103), id(104), 1, "TEXT", "Welcome");
    }

    public static Document aDocument(Document.Uploader uploader) {
        return new Document(id(105), uploader, 4_711, "application/pdf");
    }

    public static SessionWorkflow identification() {
        return aWorkflow(IDENTIFICATION, Lifetime.of(CLOCK));
    }

    /** Two steps: upload, then sign. */
    public static SessionWorkflow aWorkflow(UUID id, Lifetime length) {
        var steps = List.of(
                new WorkflowStep("upload", "Your passport", "UPLOAD", null, null),
                new WorkflowStep("sign", "Your signature", "SIGN", null, null));
        return new SessionWorkflow(id, id(202), 3, "Identification", length, steps, new WorkflowState.Waiting());
    }

    public static UUID id(int number) {
        return new UUID(0x0199_0000_0000_7000L, 0x8000_0000_0000_0000L + number);
    }
}

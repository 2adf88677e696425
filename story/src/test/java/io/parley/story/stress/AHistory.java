package io.parley.story.stress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.parley.session.session.SessionDocument;
import io.parley.session.session.model.Actor;
import io.parley.session.session.model.CustomerSide;
import io.parley.session.session.model.Owner;
import io.parley.session.session.model.Session;
import io.parley.session.session.model.entrance.JoinAttempt;
import io.parley.session.session.model.journal.Detail;
import io.parley.session.session.model.journal.Journal;
import io.parley.session.session.model.journal.SessionEvent;

/** What is said to have happened to one invited session of nine o'clock, second by second, and what was answered. */
final class AHistory {

    static final String WORKFLOW = "01990000-0000-7000-8000-0000000000c9";

    private static final Actor MACHINE = new Actor("parley-system", Actor.Role.SYSTEM);
    private static final Instant NINE = Instant.parse("2026-03-02T09:01:00Z");

    private final List<Entry> timeline = new ArrayList<>();
    private final List<Op> ops = new ArrayList<>();
    private final Session first;
    private Session session;

    AHistory() throws IOException {
        var stored = Path.of(
                System.getProperty("basedir", ""),
                "../session-service/src/test/resources/stored-sessions/invited.json");
        first = SessionDocument.read(UUID.randomUUID(), Files.readString(stored), Journal.read(1, 1, false));
        session = first;
        told(Command.START.event, "start", null, "INVITED", "system", 0);
        answered(Command.START, "", 0, 1, 201, null);
    }

    List<String> faults() {
        return new Witness(first, timeline, ops).faults();
    }

    void transferred(String owner, int second) {
        add(session.transfer(new Owner(owner, "", null), MACHINE, at(second)));
    }

    void ended(int second) {
        add(session.end(MACHINE, at(second)));
    }

    void joined(String browser, int second) {
        add(CustomerSide.of(session, at(second))
                .join(new JoinAttempt("link-1", browser, true, null, null))
                .orThrow());
        answered(Command.JOIN, "link-1", browser, second, second, 200, null, null);
    }

    void stepped(int second) {
        add(CustomerSide.of(session, at(second)).completeStep(UUID.fromString(WORKFLOW), "upload"));
    }

    /** An entry that no model has made. */
    void told(String type, String cause, String before, String after, String role, int second) {
        int sequence = timeline.size() + 1;
        var data = data(cause, before, after, role, at(second));
        timeline.add(new Entry(sequence, "id " + sequence, type, cause, data));
    }

    /** The answer of a command that tells of what happened last. */
    void answered(Command command, String subject, int asked, int answered, int status, String type) {
        boolean done = status < 300;
        answered(command, subject, null, asked, answered, status, type, done ? (long) timeline.size() : null);
    }

    /** The answer of who named the version that the session was at, and found it done. */
    void answeredAt(long version, Command command, int asked, int answered) {
        var sequence = (long) timeline.size();
        add(command, "", null, version, version, asked, answered, 200, null, sequence);
    }

    void answered(
            Command command,
            String subject,
            String browser,
            int asked,
            int answered,
            int status,
            String type,
            Long sequence) {
        add(command, subject, browser, null, null, asked, answered, status, type, sequence);
    }

    private void add(
            Command command,
            String subject,
            String browser,
            Long ifMatch,
            Long version,
            int asked,
            int answered,
            int status,
            String type,
            Long sequence) {
        ops.add(new Op(
                "the session",
                command,
                subject,
                command == Command.STEP ? "upload" : null,
                null,
                ifMatch,
                at(asked),
                at(answered),
                status,
                type,
                sequence,
                version,
                null,
                browser));
    }

    private static Instant at(int second) {
        return NINE.plusSeconds(second);
    }

    private void add(Session after) {
        var correlation = UUID.randomUUID().toString();
        after.journal().events().stream()
                .skip(session.journal().events().size())
                .forEach(event -> timeline.add(new Entry(
                        event.sequence(),
                        "id " + event.sequence(),
                        event.type().wireName(),
                        correlation,
                        data(event, after.owner()))));
        session = after;
    }

    private ObjectNode data(SessionEvent event, Owner owner) {
        var data = data(
                event.cause().wireName(),
                "" + event.before(),
                "" + event.after(),
                event.actor().role().name().toLowerCase(Locale.ROOT),
                event.at());
        if (event.detail() instanceof Detail.OfWorkflow about) {
            data.putObject("workflow")
                    .put("id", about.workflow().id().toString())
                    .put("step", about.step());
        }
        return data.put("owner", owner.subject());
    }

    private ObjectNode data(String cause, String before, String after, String role, Instant at) {
        var data = JsonNodeFactory.instance.objectNode();
        data.putObject("state").put("before", before).put("after", after);
        data.putObject("actor").put("role", role);
        return data.put("cause", cause)
                .put("at", at.toString())
                .put("owner", first.owner().subject());
    }
}

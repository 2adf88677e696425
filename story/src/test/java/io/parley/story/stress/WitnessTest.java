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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.parley.session.session.SessionDocument;
import io.parley.session.session.model.Actor;
import io.parley.session.session.model.Owner;
import io.parley.session.session.model.Session;
import io.parley.session.session.model.journal.Journal;

import static org.assertj.core.api.Assertions.assertThat;

/** A judge who never finds fault is none: histories that cannot have been, and one that can. */
class WitnessTest {

    private static final Actor MACHINE = new Actor("parley-system", Actor.Role.SYSTEM);
    private static final Instant NINE = Instant.parse("2026-03-02T09:01:00Z");

    private final List<Entry> timeline = new ArrayList<>();
    private final List<Op> ops = new ArrayList<>();
    private Session first;
    private Session session;

    @BeforeEach
    void anInvitedSession() throws IOException {
        var stored = Path.of(
                System.getProperty("basedir", ""),
                "../session-service/src/test/resources/stored-sessions/invited.json");
        first = SessionDocument.read(UUID.randomUUID(), Files.readString(stored), Journal.read(1, 1, false));
        session = first;
        timeline.add(
                new Entry(1, "id 1", Command.START.event, "start", data("start", null, "INVITED", "system", NINE)));
        ops.add(op(Command.START, "", 0, 1, 201, null, 1L));
    }

    @Test
    void whatCanHaveBeenIsNoFault() {
        transferred(10);
        ops.add(op(Command.TRANSFER, "carol", 9, 11, 200, null, 2L));
        ops.add(op(Command.RENEW, "", 8, 12, 409, "session-not-ended", null));

        assertThat(faults()).isEmpty();
    }

    @Test
    void anAcknowledgedCommandThatIsNotInTheTimelineIsFound() {
        ops.add(op(Command.LINK, "", 9, 11, 200, null, null));

        assertThat(faults()).singleElement().asString().contains("not in the timeline");
    }

    @Test
    void whatNobodyAskedForIsFound() {
        transferred(10);

        assertThat(faults()).singleElement().asString().contains("nobody asked");
    }

    @Test
    void aCommandThatIsDoneTwiceIsFound() {
        transferred(10);
        transferredBack(20);
        transferred(30);
        ops.add(op(Command.TRANSFER, "carol", 9, 31, 200, null, 2L));
        ops.add(op(Command.TRANSFER, "bob", 19, 21, 200, null, 3L));

        assertThat(faults()).singleElement().asString().contains("nobody asked");
    }

    @Test
    void aRefusalThatTheModelNeverGivesIsFound() {
        ops.add(op(Command.RENEW, "", 8, 12, 409, "renewal-period-over", null));

        assertThat(faults()).singleElement().asString().contains("never between");
    }

    @Test
    void aRefusalByWhatWasLongPastIsFound() {
        transferred(10);
        ops.add(op(Command.TRANSFER, "carol", 9, 11, 200, null, 2L));
        ended(20);
        ops.add(op(Command.END, "", 19, 21, 200, null, session.journal().sequence()));
        ops.add(op(Command.RENEW, "", 30, 31, 409, "session-not-ended", null));

        assertThat(faults()).singleElement().asString().contains("never between");
    }

    @Test
    void aClockThatStrikesEarlyIsFound() {
        timeline.add(new Entry(
                2,
                "id 2",
                "parley.session.expired.v1",
                "clock",
                data("inactivity", "INVITED", "ENDED", "timer", NINE.plusSeconds(5))));

        assertThat(faults()).singleElement().asString().contains("the model has []");
    }

    private List<String> faults() {
        return new Witness(first, timeline, ops).faults();
    }

    private void transferred(int second) {
        add(session.transfer(new Owner("carol", "", null), MACHINE, NINE.plusSeconds(second)));
    }

    private void transferredBack(int second) {
        add(session.transfer(new Owner("bob", "", null), MACHINE, NINE.plusSeconds(second)));
    }

    private void ended(int second) {
        add(session.end(MACHINE, NINE.plusSeconds(second)));
    }

    private void add(Session after) {
        var correlation = UUID.randomUUID().toString();
        after.journal().events().stream()
                .skip(session.journal().events().size())
                .forEach(event -> {
                    var data = data(
                            event.cause().wireName(),
                            "" + event.before(),
                            "" + event.after(),
                            event.actor().role().name().toLowerCase(Locale.ROOT),
                            event.at());
                    data.put("owner", after.owner().subject());
                    timeline.add(new Entry(
                            event.sequence(),
                            "id " + event.sequence(),
                            event.type().wireName(),
                            correlation,
                            data));
                });
        session = new Session(
                after.origin(),
                after.owner(),
                after.customer(),
                after.state(),
                after.invitations(),
                after.content(),
                after.entrance(),
                after.labels(),
                after.expiresAt(),
                after.absence(),
                Journal.read(0, after.journal().sequence(), false));
    }

    private ObjectNode data(String cause, String before, String after, String role, Instant at) {
        var data = JsonNodeFactory.instance.objectNode();
        data.putObject("state").put("before", before).put("after", after);
        data.putObject("actor").put("role", role);
        return data.put("cause", cause)
                .put("at", at.toString())
                .put("owner", first.owner().subject());
    }

    private static Op op(
            Command command, String subject, int asked, int answered, int status, String type, Long sequence) {
        return new Op(
                "the session",
                command,
                subject,
                null,
                null,
                null,
                NINE.plusSeconds(asked),
                NINE.plusSeconds(answered),
                status,
                type,
                sequence,
                null,
                null);
    }
}

package io.parley.story.stress;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Many at once who ask random things of few sessions, at either replica, and write down what they are told. */
final class Rush {

    private static final int SESSIONS = 8;
    private static final int REQUESTS_EACH = 90;
    /** What is asked more often stands more often. */
    private static final List<Command> COMMANDS = List.of(
            Command.INVITE,
            Command.RESEND,
            Command.REENGAGE,
            Command.REENGAGE,
            Command.LINK,
            Command.LINK,
            Command.JOIN,
            Command.JOIN,
            Command.JOIN,
            Command.NEW_LINK,
            Command.END,
            Command.END,
            Command.RENEW,
            Command.RENEW,
            Command.RENEW,
            Command.TRANSFER,
            Command.ADD_ASSET,
            Command.REMOVE_ASSET,
            Command.ADD_WORKFLOW,
            Command.REMOVE_WORKFLOW,
            Command.RESTART_WORKFLOW,
            Command.STEP,
            Command.STEP);

    private final Caller caller;
    private final TheTeam team;
    private final Queue<Op> ops = new ConcurrentLinkedQueue<>();
    private final List<Subject> all = new CopyOnWriteArrayList<>();
    private final List<Subject> current = new CopyOnWriteArrayList<>();

    Rush(Caller caller, TheTeam team, Random random) {
        this.caller = caller;
        this.team = team;
        for (int i = 0; i < SESSIONS; i++) {
            current.add(start(random));
        }
    }

    List<Op> ops() {
        return List.copyOf(ops);
    }

    List<Subject> all() {
        return all;
    }

    /** What one of many does until the time is over. */
    void run(Random random, Duration time) {
        var end = Instant.now().plus(time);
        while (Instant.now().isBefore(end)) {
            int place = place(random);
            var subject = current.get(place);
            if (subject.isAskedMoreThan(REQUESTS_EACH)) {
                current.set(place, start(random));
            } else {
                ask(subject, COMMANDS.get(random.nextInt(COMMANDS.size())), random);
            }
        }
    }

    /** Half of all is asked of the first, and so on: many crowd at some, and others are left to their clocks. */
    private static int place(Random random) {
        return Math.min(Integer.numberOfTrailingZeros(random.nextInt()), SESSIONS - 1);
    }

    private Subject start(Random random) {
        for (int tries = 0; tries < 20; tries++) {
            int replica = caller.any(random);
            var body = """
                {"owner":"%s","plan":%b,"workflows":["%s"],"customer":{"name":"Anna","email":"stress-%s@example.org"}}
                """.formatted(team.one(), random.nextInt(4) == 0, team.workflow(), UUID.randomUUID());
            var asked = Instant.now();
            var answer = caller.trySend(
                    caller.request(replica, "/api/sessions").POST(HttpRequest.BodyPublishers.ofString(body)));
            if (answer != null && answer.statusCode() == 201) {
                var view = TheRecord.json(answer.body());
                var subject = new Subject(
                        view.get("id").asText(), TheRecord.stored(view.get("id").asText()));
                // A receipt may have been faster than this look at what was stored.
                if (subject.first().journal().sequence() == view.get("sequence").asLong()) {
                    var command = view.get("state").asText().equals("PLANNED") ? Command.PLAN : Command.START;
                    ops.add(Note.of(subject, command, null, null, null, null, null, asked, answer));
                    all.add(subject);
                    return subject;
                }
            }
        }
        throw new AssertionError("no session starts");
    }

    private void ask(Subject subject, Command command, Random random) {
        var about = about(subject, command, random);
        if (about.isEmpty()) {
            return;
        }
        String detail = detail(command, random);
        boolean machine = command.role.equals("system");
        var key = machine && random.nextInt(5) == 0 ? UUID.randomUUID().toString() : null;
        var ifMatch = machine && random.nextInt(4) == 0 ? Long.valueOf(subject.version()) : null;
        int replica = caller.any(random);
        var twin = key != null && random.nextBoolean()
                ? CompletableFuture.runAsync(
                        () -> send(subject, command, about.get(), detail, key, ifMatch, caller.theOther(replica)))
                : CompletableFuture.<Void>completedFuture(null);
        send(subject, command, about.get(), detail, key, ifMatch, replica);
        twin.join();
    }

    private static String detail(Command command, Random random) {
        switch (command) {
            case STEP:
                return "s" + (1 + random.nextInt(2));
            case RENEW:
                return random.nextBoolean() ? "quietly" : null;
            case REENGAGE:
                return "stress-" + UUID.randomUUID() + "@example.org";
            default:
                return null;
        }
    }

    /** What it is about; "" for the session itself, none where nothing is known that it could be about. */
    private Optional<String> about(Subject subject, Command command, Random random) {
        switch (command) {
            case JOIN:
            case NEW_LINK:
                return subject.link(random);
            case STEP:
                return subject.cookie().flatMap(cookie -> subject.workflow(random));
            case REMOVE_ASSET:
                return subject.asset(random);
            case REMOVE_WORKFLOW:
            case RESTART_WORKFLOW:
                return subject.workflow(random);
            case TRANSFER:
                return Optional.of(random.nextBoolean() ? team.one() : team.other());
            default:
                return Optional.of("");
        }
    }

    private void send(
            Subject subject, Command command, String about, String detail, String key, Long ifMatch, int replica) {
        var browser = command == Command.STEP ? subject.cookie().orElseThrow() : null;
        var request = new Requests(caller, team, subject).request(command, about, detail, browser, replica);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (ifMatch != null) {
            request.header("If-Match", "\"" + ifMatch + "\"");
        }
        var asked = Instant.now();
        var answer = caller.trySend(request);
        ops.add(Note.of(subject, command, about, detail, key, ifMatch, browser, asked, answer));
    }
}

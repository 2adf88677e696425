package io.parley.session.session.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.parley.session.session.model.absence.Around;
import io.parley.session.session.model.afterend.AccessMode;
import io.parley.session.session.model.content.Document.Uploader;
import io.parley.session.session.model.entrance.Authentication.Method;
import io.parley.session.session.model.entrance.JoinAttempt;
import io.parley.session.session.model.invitation.Invitation;
import io.parley.session.session.model.invitation.InvitationState;
import io.parley.session.session.model.invitation.Link;
import io.parley.session.session.model.journal.Message;
import io.parley.session.session.model.reminder.QuietHours;
import io.parley.session.session.model.reminder.Reminders;

/** A session under random settings that is led through random commands; the same seed walks the same way. */
final class RandomWalk {

    private static final List<Lifetime> LIFETIMES = List.of(
            Lifetime.of(Duration.ofHours(2)),
            Lifetime.of(Duration.ofDays(1)),
            Lifetime.of(Duration.ofDays(7)),
            Lifetime.NEVER);
    private static final List<String> DEVICES = List.of("phone", "tablet");
    // Around leap days, ends of years and changes of the clocks, in zones whose offsets are odd or change oddly.
    private static final List<Instant> STARTS = Stream.of(
                    "2026-03-02T09:00:00Z",
                    "2028-02-28T22:50:00Z",
                    "2027-12-31T23:10:00Z",
                    "2026-03-27T20:00:00Z",
                    "2026-10-23T22:00:00Z",
                    "2026-04-03T10:00:00Z",
                    "2026-10-02T12:30:00Z",
                    "2026-02-13T18:00:00Z",
                    "2026-11-01T01:00:00Z")
            .map(Instant::parse)
            .toList();
    private static final List<String> ZONES = List.of(
            "Europe/Berlin",
            "Asia/Kathmandu",
            "America/St_Johns",
            "Australia/Lord_Howe",
            "Africa/Casablanca",
            "Pacific/Apia",
            "UTC",
            "Nowhere/Unknown");
    private static final List<LocalTime> HOURS = List.of(
            LocalTime.MIDNIGHT, LocalTime.of(1, 45), LocalTime.of(2, 30), LocalTime.of(8, 0), LocalTime.of(21, 0));

    private final SplittableRandom random;
    private final List<Step> steps = new ArrayList<>();
    private Session session;
    private Instant now;
    private int lastId = 5000;

    /**
     * @param now of the session
     * @param refusal null where the command was allowed
     */
    record Step(long seed, int number, String command, Instant now, Session before, Session after, Refusal refusal) {

        @Override
        public String toString() {
            return "seed " + seed + ", step " + number + ", " + command;
        }
    }

    private RandomWalk(long seed) {
        random = new SplittableRandom(seed);
        now = one(STARTS);
        var opening = Given.anOpening(settings(), customer(), now);
        session =
                random.nextBoolean() ? Session.start(opening, link(), Given.ALICE) : Session.plan(opening, Given.ALICE);
    }

    private Map<String, Supplier<Session>> commands() {
        return Map.ofEntries(
                Map.entry("invite", () -> session.invite(link(), Given.ALICE, now)),
                Map.entry("resend", () -> session.resend(link(), Given.ALICE, now)),
                Map.entry("re-engage", () -> session.reengage(customer(), link(), Given.ALICE, now)),
                Map.entry("join", this::join),
                Map.entry("code", this::askForCode),
                Map.entry("new link", () -> customerSide().askForNewLink(anyLink(), link())),
                Map.entry("step", this::completeStep),
                Map.entry("end", () -> session.end(one(List.of(Given.ALICE, Given.SAM, Given.CRM)), now)),
                Map.entry("renew", () -> session.renew(random.nextBoolean(), link(), Given.ALICE, now)),
                Map.entry("transfer", () -> session.transfer(one(List.of(Given.alice(), Given.bob())), Given.SAM, now)),
                Map.entry("link", () -> session.issueLink(link(), Given.ALICE, now)),
                Map.entry("label", () -> session.label(new Labels("CRM-" + id(), Map.of()), Given.CRM, now)),
                Map.entry("add asset", () -> AgentSide.of(session, Given.ALICE, now)
                        .addAsset(Given.anotherAsset())),
                Map.entry("remove asset", () -> AgentSide.of(session, Given.ALICE, now)
                        .removeAsset(Given.anotherAsset().id())),
                Map.entry("upload", () -> customerSide().addDocument(Given.aDocument(Uploader.CUSTOMER))),
                Map.entry("write", () -> AgentSide.of(session, Given.ALICE, now).addMessage(id())),
                Map.entry("answer", () -> customerSide().addMessage(id())),
                Map.entry("add workflow", this::addWorkflow),
                Map.entry("remove workflow", () -> AgentSide.of(session, Given.ALICE, now)
                        .removeWorkflow(workflow())),
                Map.entry("restart workflow", () -> AgentSide.of(session, Given.ALICE, now)
                        .restartWorkflow(workflow())),
                Map.entry("receipt", this::receipt),
                Map.entry("timer", this::strike),
                Map.entry("elapse", () -> session.elapse(now)));
    }

    static List<Step> steps(long seed, int count) {
        var walk = new RandomWalk(seed);
        var commands = walk.commands();
        var names = new ArrayList<>(commands.keySet().stream().sorted().toList());
        // What opens the way to more is tried more often.
        names.addAll(List.of("renew", "renew", "renew", "renew", "join", "join", "join", "step", "step", "code"));
        for (int i = 0; i < count; i++) {
            var name = walk.one(names);
            walk.step(seed, i, name, commands.get(name));
        }
        return walk.steps;
    }

    private void step(long seed, int number, String name, Supplier<Session> command) {
        now = now.plus(pause());
        var before = session;
        Refusal refusal = null;
        try {
            session = command.get();
        } catch (MoveRefused refused) {
            refusal = refused.refusal();
        }
        steps.add(new Step(seed, number, name, session.reached(now), before, session, refusal));
    }

    private Session join() {
        var code = session.entrance().code();
        var right = random.nextInt(4) > 0;
        var pin = right ? Given.PIN : "wrong";
        var typed = code == null ? null : right ? code.hash() : "wrong";
        return customerSide()
                .join(new JoinAttempt(anyLink(), one(DEVICES), right, pin, typed))
                .session();
    }

    private Session askForCode() {
        return customerSide().askForCode(anyLink(), new Message.OneTimeSecret("123456", "code-" + id()));
    }

    private Session strike() {
        var seen = random.nextInt(3) == 0 ? now.minus(pause()) : null;
        return session.strike(now, new Around(this::link, seen));
    }

    private Session completeStep() {
        return customerSide().completeStep(workflow(), one(List.of("upload", "sign")));
    }

    private Session addWorkflow() {
        return AgentSide.of(session, Given.ALICE, now).addWorkflow(Given.aWorkflow(id(), one(LIFETIMES)));
    }

    private Session receipt() {
        var states = List.of(InvitationState.SENT, InvitationState.DELIVERED, InvitationState.UNDELIVERED);
        var all = session.invitations().all();
        var which = all.isEmpty() ? id() : one(all).id();
        return session.delivered(which, one(states), null, now);
    }

    private CustomerSide customerSide() {
        return CustomerSide.of(session, now);
    }

    /** Most often the newest link, for else nobody would ever get in. */
    private String anyLink() {
        var all = session.invitations().all();
        if (all.isEmpty()) {
            return "link-0";
        }
        Invitation which = random.nextInt(4) > 0 ? all.get(all.size() - 1) : one(all);
        // Retention may have purged them.
        return which.links().isEmpty() ? "link-0" : one(which.links());
    }

    private UUID workflow() {
        var all = session.content().workflows();
        return all.isEmpty() ? id() : one(all).id();
    }

    private Settings settings() {
        var settings = Settings.usual()
                .link(one(LIFETIMES))
                .inactivity(one(LIFETIMES))
                .renewable(random.nextBoolean() ? Lifetime.NEVER : one(LIFETIMES))
                .accessAfterEnd(one(List.of(AccessMode.values())), one(LIFETIMES))
                .retaining(one(LIFETIMES), one(LIFETIMES), one(LIFETIMES))
                .asking(one(List.of(Method.values())))
                .consent(random.nextBoolean() ? "We record this." : null);
        settings = random.nextBoolean() ? settings.manyDevices() : settings;
        settings = random.nextInt(4) == 0 ? settings : settings.reminders(reminders());
        return random.nextInt(4) == 0 ? settings.external().withoutContact() : settings;
    }

    private Reminders reminders() {
        var quiet = new QuietHours(one(HOURS), one(HOURS), one(ZONES));
        return new Reminders(one(LIFETIMES), one(LIFETIMES), 1 + random.nextInt(4), quiet);
    }

    private Customer customer() {
        var who = one(List.of(Given.anna(), Given.annaWithPhone(), Given.ben()));
        var zone = random.nextBoolean() ? one(ZONES) : null;
        return new Customer(who.name(), who.email(), who.phone(), who.locale(), zone);
    }

    private Link link() {
        var id = id();
        return new Link(id, "https://parley.test/j/" + id, "link-" + id);
    }

    private UUID id() {
        return Given.id(lastId++);
    }

    /** Below zero where the next one to ask is a replica that knows the time a little worse. */
    private Duration pause() {
        return one(List.of(
                Duration.ZERO,
                Duration.ofMillis(-80),
                Duration.ofMinutes(1),
                Duration.ofMinutes(20),
                Duration.ofHours(9)));
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}

package io.parley.story.stress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.parley.session.session.model.MoveRefused;
import io.parley.session.session.model.Session;

/**
 * Whether one session's recorded history is one that the model allows, one command at a time: the timeline is the order,
 * and the model is led along it.
 */
final class Witness {

    private final List<Step> steps;
    private final List<Op> ops;
    private final Claims claims;
    private final TheModel model;
    private final List<Session> states = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    /** @param first as the first step left it */
    Witness(Session first, List<Entry> timeline, List<Op> ops) {
        this.steps = Step.of(timeline);
        this.ops = ops;
        this.claims = new Claims(steps, ops);
        this.model = new TheModel(first, claims);
        states.add(null);
        states.add(first);
    }

    /** What cannot have been; empty when all of it can. */
    List<String> faults() {
        faults.addAll(claims.faults());
        if (steps.get(0).last().sequence() != states.get(1).journal().sequence()) {
            faults.add("the first step is not what was stored first");
        }
        for (int i = 1; i < steps.size() && faults.isEmpty(); i++) {
            replay(steps.get(i));
        }
        if (faults.isEmpty()) {
            ops.forEach(this::requireInRealTime);
            ops.forEach(this::requireInTheRoom);
            claims.withoutEffect().forEach(this::requirePossible);
            ops.stream().filter(Op::isRefusedByTheSession).forEach(this::requirePossible);
            ops.stream().filter(op -> op.status() == 412).forEach(this::requireMovedOn);
        }
        return faults;
    }

    /** As the model has it after all of the timeline. */
    Session last() {
        return states.get(states.size() - 1);
    }

    private void replay(Step step) {
        try {
            var after = model.after(last(), step);
            var expected = after.journal().events().stream()
                    .map(event -> Words.of(after, event))
                    .toList();
            var told = step.entries().stream().map(Words::of).toList();
            if (!told.equals(expected)) {
                faults.add("told was " + told + ", the model has " + expected + " at " + step.at());
            }
            states.add(after);
        } catch (MoveRefused refused) {
            faults.add("told was " + step.entries() + ", the model refuses it: " + refused.refusal());
        }
    }

    private void requireInRealTime(Op op) {
        claims.place(op).filter(place -> place <= earliest(op)).ifPresent(place -> {
            // A second answer to one key tells of the first one's effect.
            if (op.key() == null) {
                faults.add("done at " + place + ", after somebody had heard of " + earliest(op) + ": " + op);
            }
        });
        boolean named = op.ifMatch() != null && op.isDone() && op.version() != null && op.key() == null;
        if (named && claims.place(op).isPresent() && op.version() != op.ifMatch() + 1) {
            faults.add("done to another version than was named: " + op);
        }
    }

    /** What has taken a browser's place, or re-engaged its customer, has closed the room to it. */
    private void requireInTheRoom(Op op) {
        claims.place(op).filter(place -> isOutside(op, place - 1)).ifPresent(place -> {
            faults.add("done at " + place + " by a browser that was out: " + op);
        });
    }

    private boolean isOutside(Op op, int place) {
        return op.command() == Command.STEP && !states.get(place).entrance().knows(op.browser());
    }

    private void requireMovedOn(Op op) {
        if (op.ifMatch() == null) {
            faults.add("no version was named: " + op);
        }
    }

    /** There is a moment between question and answer at which the model answers the same. */
    private void requirePossible(Op op) {
        boolean possible = IntStream.rangeClosed(Math.max(1, earliest(op)), latest(op))
                .anyMatch(place -> moments(op, place).anyMatch(now -> isAnswered(op, place, now)));
        if (!possible) {
            faults.add("never between " + earliest(op) + " and " + latest(op) + " of " + steps.size() + ": " + op);
        }
    }

    private boolean isAnswered(Op op, int place, Instant now) {
        if (isOutside(op, place)) {
            return "not-in-the-room".equals(op.type());
        }
        try {
            var after = model.after(states.get(place), op, now);
            return op.isDone() && after.journal().events().isEmpty();
        } catch (MoveRefused refused) {
            return refused.refusal()
                    .name()
                    .toLowerCase(Locale.ROOT)
                    .replace('_', '-')
                    .equals(op.type());
        }
    }

    private Stream<Instant> moments(Op op, int place) {
        var from = op.asked().minus(Claims.BLUR);
        var reached = steps.get(place - 1).at();
        return Stream.of(from, op.asked(), reached, op.answered(), op.answered().plus(Claims.BLUR))
                .filter(now -> !now.isBefore(reached) && !now.isBefore(from));
    }

    /** The last step that somebody knew of before this was asked. */
    private int earliest(Op op) {
        return ops.stream()
                .filter(other -> !other.isUnknown() && other.answered().isBefore(op.asked()))
                .flatMap(other -> claims.place(other).stream())
                .max(Integer::compare)
                .orElse(0);
    }

    /** The last step before those that were asked for only after this was answered. */
    private int latest(Op op) {
        return ops.stream()
                        .filter(other -> other.asked().isAfter(op.answered()))
                        .filter(other -> other.key() == null)
                        .flatMap(other -> claims.place(other).stream())
                        .min(Integer::compare)
                        .orElse(steps.size() + 1)
                - 1;
    }
}

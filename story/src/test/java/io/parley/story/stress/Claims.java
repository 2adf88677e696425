package io.parley.story.stress;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Which request made which step: each step that is a command's is claimed by one, each acknowledged effect claims one. */
final class Claims {

    /** Between the clock of the database, which steps go by, and that of who asks. */
    static final Duration BLUR = Duration.ofSeconds(1);

    private final List<Step> steps;
    private final Map<Integer, String> claimed = new HashMap<>();
    private final Map<Op, Integer> places = new IdentityHashMap<>();
    private final List<Op> without = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    Claims(List<Step> steps, List<Op> ops) {
        this.steps = steps;
        var inOrder = ops.stream().sorted(Comparator.comparing(Op::answered)).toList();
        inOrder.stream().filter(op -> op.isDone() && op.sequence() != null).forEach(this::bySequence);
        for (var step : steps) {
            inOrder.stream()
                    .filter(op -> op.isDone() && op.sequence() == null && !places.containsKey(op))
                    .filter(op -> mayHaveMade(op, step, op.answered()))
                    .findFirst()
                    .ifPresent(op -> claim(op, step));
        }
        for (var step : steps) {
            inOrder.stream()
                    .filter(op -> op.isUnknown() && !places.containsKey(op))
                    .filter(op -> mayHaveMade(op, step, Instant.MAX))
                    .findFirst()
                    .ifPresent(op -> claim(op, step));
        }
        steps.stream()
                .filter(step -> step.command().isPresent() && !claimed.containsKey(step.place()))
                .forEach(step -> faults.add("nobody asked for " + step.entries()));
        inOrder.stream().filter(op -> op.isDone() && !places.containsKey(op)).forEach(this::leave);
    }

    /** Where the effect of a request is; none where it had none, or where nobody knows. */
    Optional<Integer> place(Op op) {
        return Optional.ofNullable(places.get(op));
    }

    /** Done, and nothing came of it: as is answered to what is fulfilled already. */
    List<Op> withoutEffect() {
        return without;
    }

    List<String> faults() {
        return faults;
    }

    /** The tokens of links, by the sequence of the event that told of each. */
    Map<Long, String> links() {
        var links = new HashMap<Long, String>();
        places.forEach((op, place) -> {
            if (op.made() != null) {
                steps.get(place - 1).entries().stream()
                        .filter(entry -> entry.type().equals(Command.LINK.event))
                        .forEach(entry -> links.put(entry.sequence(), op.made()));
            }
        });
        return links;
    }

    /** The browsers that came in, by the place of the step at which each did. */
    Map<Integer, String> browsers() {
        var browsers = new HashMap<Integer, String>();
        places.forEach((op, place) -> {
            if (op.command() == Command.JOIN && op.browser() != null) {
                browsers.put(place, op.browser());
            }
        });
        return browsers;
    }

    private void bySequence(Op op) {
        var step = steps.stream()
                .filter(one -> one.last().sequence() == op.sequence())
                .findFirst();
        if (step.isEmpty()) {
            faults.add("answered with a sequence at which no step ends: " + op);
        } else if (mayHaveMade(op, step.get(), op.answered())) {
            claim(op, step.get());
        }
    }

    private boolean mayHaveMade(Op op, Step step, Instant until) {
        var by = claimed.get(step.place());
        return (by == null ? !claimed.containsValue(op.identity()) : by.equals(op.identity()))
                && step.command().filter(op.command()::equals).isPresent()
                && (op.command() != Command.STEP
                        || step.ofCommand().get().workflow().equals(op.subject())
                                && step.ofCommand()
                                        .get()
                                        .data()
                                        .get("workflow")
                                        .path("step")
                                        .asText()
                                        .equals(op.detail()))
                && !step.at().isBefore(op.asked().minus(BLUR))
                && (until == Instant.MAX || !step.at().isAfter(until.plus(BLUR)));
    }

    private void claim(Op op, Step step) {
        claimed.put(step.place(), op.identity());
        places.put(op, step.place());
    }

    private void leave(Op op) {
        boolean again =
                op.key() != null && places.keySet().stream().anyMatch(other -> Objects.equals(other.key(), op.key()));
        boolean mayHaveNone =
                op.command() == Command.END || op.command() == Command.TRANSFER || op.command() == Command.STEP;
        if (mayHaveNone && !again) {
            without.add(op);
        } else if (!again) {
            faults.add("acknowledged, and not in the timeline: " + op);
        }
    }
}

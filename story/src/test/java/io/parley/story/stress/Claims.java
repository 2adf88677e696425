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

    private static final List<Duration> CLOSEST_FIRST = List.of(Duration.ZERO, BLUR.dividedBy(20), BLUR);

    private final List<Step> steps;
    private final Map<Integer, String> claimed = new HashMap<>();
    private final Map<Op, Integer> places = new IdentityHashMap<>();
    private final List<Op> without = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    Claims(List<Step> steps, List<Op> ops) {
        this.steps = steps;
        var inOrder = ops.stream().sorted(Comparator.comparing(Op::answered)).toList();
        inOrder.stream().filter(this::isOfNoStep).forEach(op -> faults.add("answered with what no step left: " + op));
        for (var blur : CLOSEST_FIRST) {
            inOrder.stream().filter(op -> op.isDone() && !mayHaveNone(op)).forEach(op -> claim(op, blur));
        }
        // Of what may have been done already: who asked when it was done has done it, and not who asked a little later.
        for (var blur : CLOSEST_FIRST) {
            inOrder.stream().filter(op -> op.isDone() && mayHaveNone(op)).forEach(op -> claim(op, blur));
            inOrder.stream().filter(op -> op.isUnknown() && mayHaveNone(op)).forEach(op -> claim(op, blur));
        }
        inOrder.stream().filter(Op::isUnknown).forEach(op -> claim(op, BLUR));
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

    /** It is answered as done, without an effect, when it was done before. */
    private static boolean mayHaveNone(Op op) {
        return op.command() == Command.END || op.command() == Command.TRANSFER || op.command() == Command.STEP;
    }

    private boolean isOfNoStep(Op op) {
        return op.isDone()
                && op.sequence() != null
                && steps.stream().noneMatch(step -> step.last().sequence() == op.sequence());
    }

    private void claim(Op op, Duration blur) {
        if (!places.containsKey(op)) {
            steps.stream()
                    .filter(step -> op.sequence() == null || step.last().sequence() == op.sequence())
                    .filter(step -> isFree(step, op) && mayHaveMade(op, step) && isAround(op, step.at(), blur))
                    .findFirst()
                    .ifPresent(step -> {
                        claimed.put(step.place(), op.identity());
                        places.put(op, step.place());
                    });
        }
    }

    private boolean isFree(Step step, Op op) {
        var by = claimed.get(step.place());
        return by == null ? !claimed.containsValue(op.identity()) : by.equals(op.identity());
    }

    private static boolean mayHaveMade(Op op, Step step) {
        return step.command().filter(op.command()::equals).isPresent()
                && !op.isAnsweredWithTheVersionNamed()
                && (op.command() != Command.STEP || isAbout(op, step.ofCommand().get()));
    }

    private static boolean isAbout(Op op, Entry entry) {
        return entry.workflow().equals(op.subject())
                && entry.data().get("workflow").path("step").asText().equals(op.detail());
    }

    /** What got no answer may be done long after. */
    private static boolean isAround(Op op, Instant at, Duration blur) {
        boolean late = op.isUnknown() && blur.equals(BLUR);
        return !at.isBefore(op.asked().minus(blur))
                && (late || !at.isAfter(op.answered().plus(blur)));
    }

    private void leave(Op op) {
        boolean again =
                op.key() != null && places.keySet().stream().anyMatch(other -> Objects.equals(other.key(), op.key()));
        if (mayHaveNone(op) && !again) {
            without.add(op);
        } else if (!again) {
            faults.add("acknowledged, and not in the timeline: " + op);
        }
    }
}

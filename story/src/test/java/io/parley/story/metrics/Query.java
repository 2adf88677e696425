package io.parley.story.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * PromQL, as far as it names metrics and labels.
 *
 * @param where it stands, for whoever has to mend it
 */
public record Query(String where, String text) {

    private static final Pattern SELECTOR = Pattern.compile("([a-zA-Z_:][\\w:]*)\\s*\\{([^}]*)}");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");
    private static final Pattern GROUPING =
            Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
    private static final Pattern NAME = Pattern.compile("(?<![\\w:.$])[a-zA-Z_:][\\w:]*(?![\\w:])(?!\\s*\\()");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool", "inf", "nan");

    /** What it names that neither the services expose nor a rule records. */
    public List<String> faults(Scrape scrape, Set<String> recorded) {
        List<String> faults = new ArrayList<>();
        names().filter(name -> !scrape.has(name) && !recorded.contains(name)).forEach(name -> fault(faults, name));
        SELECTOR.matcher(text)
                .results()
                .filter(selector -> scrape.has(selector.group(1)))
                .forEach(selector -> matchers(selector).forEach(matcher -> {
                    if (!scrape.labelled(selector.group(1), matcher.group(1))) {
                        fault(faults, selector.group(1) + " by " + matcher.group(1));
                    } else if (isBound(matcher) && !scrape.bounded(selector.group(1), matcher.group(3))) {
                        fault(faults, selector.group(1) + " up to " + matcher.group(3));
                    }
                }));
        if (names().noneMatch(recorded::contains)) {
            labels().filter(label -> names().noneMatch(name -> scrape.labelled(name, label)))
                    .forEach(label -> fault(faults, "label " + label));
        }
        return faults;
    }

    private static boolean isBound(MatchResult matcher) {
        return matcher.group(1).equals("le") && matcher.group(2).equals("=");
    }

    Stream<String> names() {
        var bare = GROUPING.matcher(text.replaceAll("\"[^\"]*\"", ""))
                .replaceAll(" ")
                .replaceAll("\\{[^}]*}|\\[[^]]*]", " ");
        return NAME.matcher(bare).results().map(MatchResult::group).filter(name -> !WORDS.contains(name.toLowerCase()));
    }

    private Stream<String> labels() {
        return GROUPING.matcher(text)
                .results()
                .flatMap(group -> Stream.of(group.group(1).split("[\\s,]+")))
                .filter(label -> !label.isEmpty());
    }

    private static Stream<MatchResult> matchers(MatchResult selector) {
        return MATCHER.matcher(selector.group(2)).results();
    }

    private void fault(List<String> faults, String what) {
        faults.add(where + ": nobody exposes " + what);
    }
}

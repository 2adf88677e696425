package io.parley.notification.template;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Names that stand in a sentence of the other direction without turning what is around them. */
final class Isolated {

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';
    private static final Set<String> NAMES = Set.of("recipient", "agent", "team", "customer", "reason");

    private Isolated() {}

    /** Only where the sentences run from right to left: elsewhere the marks would be noise in plain texts. */
    static Map<String, String> names(Map<String, String> values, String direction) {
        if (!"rtl".equals(direction)) {
            return values;
        }
        var isolated = new HashMap<>(values);
        isolated.replaceAll((name, value) ->
                NAMES.contains(name) && !value.isEmpty() ? FIRST_STRONG_ISOLATE + value + POP_ISOLATE : value);
        return isolated;
    }
}

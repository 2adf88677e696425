package io.parley.teamsettings.settings.model.type;

import java.util.Map;

/** What values a setting takes, in the plain form of JSON: text, number, truth value, list or map. */
public interface ValueType {

    /** The value in its one canonical form; {@link ValueRefused} when it is none of this type. */
    Object read(Object json);

    /** What a merge patch makes of the value that is set (null: none is); all but maps are replaced. */
    default Object merge(Object set, Object patch) {
        return patch;
    }

    /** The value as it takes effect, which is not the one that is written where absence has to be written as a word. */
    default Object effective(Object value) {
        return value;
    }

    /** A JSON Schema of the values that may be written. */
    Map<String, Object> schema();
}

package io.parley.session.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.vertx.mutiny.sqlclient.Tuple;

/** SQL in the making, whose values all go in as parameters, and only those that the SQL names. */
final class Statement {

    private final List<Object> values = new ArrayList<>();
    private final Map<String, String> places = new HashMap<>();

    /** The place of a value in the SQL. */
    String at(Object value) {
        values.add(value);
        return "$" + values.size();
    }

    /** The same place for each mention of the name. */
    String at(String name, Object value) {
        return places.computeIfAbsent(name, first -> at(value));
    }

    Tuple tuple() {
        return Tuple.from(values);
    }

    List<Object> values() {
        return values;
    }
}

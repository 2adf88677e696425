package io.parley.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an agent fills in to start a session. */
record ANewSession(Map<String, Object> body) {

    static ANewSession with(ACustomer customer) {
        return new ANewSession(Map.of("customer", customer.details()));
    }

    ANewSession planned() {
        return and("plan", true);
    }

    ANewSession borrowingFrom(String team) {
        return and("settingsTeam", team);
    }

    ANewSession pin(String digits) {
        return and("pin", Secrets.told(digits));
    }

    ANewSession asset(String id) {
        return one("assets", id);
    }

    ANewSession workflow(String id) {
        return one("workflows", id);
    }

    private ANewSession one(String field, String id) {
        var ids = new ArrayList<Object>((List<?>) body.getOrDefault(field, List.of()));
        ids.add(id);
        return and(field, ids);
    }

    private ANewSession and(String field, Object value) {
        var more = new HashMap<>(body);
        more.put(field, value);
        return new ANewSession(more);
    }
}

package io.parley.session.session;

import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.parley.rest.problem.Problem;
import io.parley.session.customer.CustomerInput;
import io.parley.session.session.model.Labels;

/** A merge patch (RFC 7396) of what other systems find a session by: what is absent stays, what is null goes. */
record LabelPatch(JsonNode externalId, JsonNode metadata) {

    private static final int MOST_ENTRIES = 50;

    Labels applyTo(Labels labels) {
        return new Labels(patchExternalId(labels.externalId()), patchMetadata(labels.metadata()));
    }

    private String patchExternalId(String before) {
        if (externalId == null) {
            return before;
        }
        if (externalId.isNull()) {
            return null;
        }
        var after = text(externalId, "/externalId", 200);
        if (!after.matches(CustomerInput.NO_CONTROLS)) {
            throw Problem.invalid("/externalId", CustomerInput.NO_CONTROLS_SAID);
        }
        return after;
    }

    private Map<String, String> patchMetadata(Map<String, String> before) {
        if (metadata == null) {
            return before;
        }
        if (metadata.isNull()) {
            return Map.of();
        }
        if (!metadata.isObject()) {
            throw Problem.invalid("/metadata", "must be an object");
        }
        var after = new HashMap<>(before);
        metadata.properties().forEach(entry -> patchEntry(after, entry));
        if (after.size() > MOST_ENTRIES) {
            throw Problem.invalid("/metadata", "must not have more than " + MOST_ENTRIES + " entries");
        }
        return after;
    }

    private static void patchEntry(Map<String, String> after, Map.Entry<String, JsonNode> entry) {
        if (entry.getValue().isNull()) {
            after.remove(entry.getKey());
        } else if (entry.getKey().isEmpty() || entry.getKey().length() > 100) {
            throw Problem.invalid("/metadata", "names must have 1 to 100 characters");
        } else {
            after.put(entry.getKey(), text(entry.getValue(), pointer(entry.getKey()), 1000));
        }
    }

    private static String pointer(String key) {
        return "/metadata/" + key.replace("~", "~0").replace("/", "~1");
    }

    private static String text(JsonNode node, String pointer, int longest) {
        if (!node.isTextual()
                || node.textValue().isEmpty()
                || node.textValue().length() > longest
                || node.textValue().indexOf('\0') >= 0) {
            throw Problem.invalid(pointer, "must be a text of 1 to " + longest + " characters");
        }
        return node.textValue();
    }
}

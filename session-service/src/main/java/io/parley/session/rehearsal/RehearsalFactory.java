package io.parley.session.rehearsal;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.parley.session.presence.Presence;
import io.parley.session.publishing.Publishing;
import io.parley.session.session.model.Session;
import io.parley.session.session.view.SessionView;
import io.parley.session.timeline.model.Forecast;

/** Makes what a command has written into what its caller is shown. */
@ApplicationScoped
class RehearsalFactory {

    private static final List<String> SECRETS = List.of("to", "link", "code", "brand");

    private final ObjectMapper json;

    RehearsalFactory(ObjectMapper json) {
        this.json = json;
    }

    /** @param written rows of topic, type, sequence and data */
    Rehearsal of(Session session, Presence presence, List<Object[]> written) {
        var events = new ArrayList<Rehearsal.Event>();
        var messages = new ArrayList<JsonNode>();
        for (var row : written) {
            var data = read((String) row[3]);
            if (Publishing.SESSIONS.equals(row[0])) {
                events.add(new Rehearsal.Event((String) row[1], ((Number) row[2]).longValue(), data));
            } else {
                messages.add(data.put("type", (String) row[1]).remove(SECRETS));
            }
        }
        return new Rehearsal(
                SessionView.of(session, presence),
                events,
                messages,
                Forecast.of(session).strikes());
    }

    private ObjectNode read(String data) {
        try {
            return (ObjectNode) json.readTree(data);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.parley.session.rehearsal;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.parley.session.session.view.SessionView;
import io.parley.session.timeline.model.Forecast;

/**
 * What a command would do.
 *
 * @param session as it would be
 * @param events that would be published, in order
 * @param messages that would be requested or called back; without contact, link and code
 * @param timers what the clocks would do from then on
 */
record Rehearsal(SessionView session, List<Event> events, List<JsonNode> messages, List<Forecast.Strike> timers) {

    record Event(String type, long sequence, JsonNode data) {}
}

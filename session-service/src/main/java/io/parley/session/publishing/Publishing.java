package io.parley.session.publishing;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;

import io.parley.rest.tracing.Traceparent;
import io.parley.session.outbox.OutgoingEvent;
import io.parley.session.session.model.Session;
import io.parley.session.session.model.journal.Message;
import io.parley.session.settings.Snapshot;

/** Turns what happened to a session into the events and message requests that leave the service. */
@ApplicationScoped
public class Publishing {

    public static final String SESSIONS = "parley.sessions";
    static final String MESSAGES = "parley.messages";
    private static final String REQUESTED = "parley.message.requested.v1";
    private static final String CANCELLED = "parley.message.cancelled.v1";

    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
    private final ObjectMapper json;

    Publishing(ObjectMapper json) {
        this.json = json;
    }

    /** The timeline's entries since the session was read, in order. */
    public List<OutgoingEvent> events(Session session) {
        var correlation = ids.generate();
        var traceparent = Traceparent.current();
        return session.journal().events().stream()
                .map(event -> new OutgoingEvent(
                        ids.generate(),
                        session.id(),
                        SESSIONS,
                        event.type().wireName(),
                        event.at(),
                        event.sequence(),
                        correlation,
                        write(EventData.of(session, event)),
                        traceparent))
                .toList();
    }

    /**
     * The requests to notification-service since the session was read, in order.
     *
     * @param events of the same command, whose correlation and place in a trace the requests share
     */
    public List<OutgoingEvent> messages(Session session, Snapshot snapshot, Instant now, List<OutgoingEvent> events) {
        var cause = events.isEmpty() ? new Cause(ids.generate(), Traceparent.current()) : Cause.of(events.get(0));
        List<OutgoingEvent> requests = new ArrayList<>();
        for (var message : session.journal().messages()) {
            if (message instanceof Message.Invite invite) {
                requests.add(request(REQUESTED, MessageData.invite(session, snapshot, invite), session, now, cause));
            } else if (message instanceof Message.Nudge nudge) {
                requests.add(request(REQUESTED, MessageData.nudge(session, snapshot, nudge, now), session, now, cause));
            } else if (message instanceof Message.Code code) {
                var data = MessageData.code(session, snapshot, code, ids.generate(), now);
                requests.add(request(REQUESTED, data, session, now, cause));
            } else if (message instanceof Message.TellAgent tell && tell.agent().email() != null) {
                var data = MessageData.tell(session, snapshot, tell, ids.generate(), now);
                requests.add(request(REQUESTED, data, session, now, cause));
            } else if (message instanceof Message.Cancel cancel) {
                requests.add(request(CANCELLED, cancelled(session, cancel), session, now, cause));
            }
        }
        return requests;
    }

    private static Map<String, String> cancelled(Session session, Message.Cancel cancel) {
        return Map.of(
                "messageId", cancel.message().toString(),
                "sessionId", session.id().toString(),
                "reason", cancel.outcome().name());
    }

    private OutgoingEvent request(String type, Object data, Session session, Instant now, Cause cause) {
        return new OutgoingEvent(
                ids.generate(),
                session.id(),
                MESSAGES,
                type,
                now,
                null,
                cause.correlation(),
                write(data),
                cause.traceparent());
    }

    /** What all that one command leaves has in common. */
    private record Cause(UUID correlation, String traceparent) {

        static Cause of(OutgoingEvent event) {
            return new Cause(event.correlation(), event.traceparent());
        }
    }

    private String write(Object data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

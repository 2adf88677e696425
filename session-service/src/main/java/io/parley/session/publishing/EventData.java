package io.parley.session.publishing;

import java.util.Locale;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.parley.session.session.model.Actor;
import io.parley.session.session.model.Session;
import io.parley.session.session.model.StateName;
import io.parley.session.session.model.afterend.Access;
import io.parley.session.session.model.journal.Detail;
import io.parley.session.session.model.journal.EventType;
import io.parley.session.session.model.journal.SessionEvent;

/** What an event tells other systems; never a contact, a link, a PIN, a name of a customer or a text. */
final class EventData {

    private EventData() {}

    static ObjectNode of(Session session, SessionEvent event) {
        var data = JsonNodeFactory.instance.objectNode();
        data.put("sessionId", session.id().toString());
        data.put("sequence", event.sequence());
        data.set("state", state(event));
        data.put("owner", session.owner().subject());
        data.put("homeTeam", session.origin().homeTeam().toString());
        data.set("settings", settings(session));
        data.set("actor", actor(event.actor()));
        data.put("cause", event.cause().wireName());
        data.put("at", event.at().toString());
        if (session.labels().externalId() != null) {
            data.put("externalId", session.labels().externalId());
        }
        addTypesOwn(data, session, event);
        return data;
    }

    private static ObjectNode state(SessionEvent event) {
        var state = JsonNodeFactory.instance.objectNode();
        state.put("before", name(event.before()));
        state.put("after", name(event.after()));
        return state;
    }

    private static String name(StateName state) {
        return state == null ? null : state.name();
    }

    private static ObjectNode settings(Session session) {
        var pin = session.origin().settings();
        return JsonNodeFactory.instance
                .objectNode()
                .put("team", pin.team().toString())
                .put("revision", pin.revision())
                .put("hash", pin.hash());
    }

    private static ObjectNode actor(Actor actor) {
        var node = JsonNodeFactory.instance.objectNode();
        if (actor.subject() != null) {
            node.put("subject", actor.subject());
        }
        return node.put(
                "role",
                actor.role() == Actor.Role.NOTIFICATION
                        ? "notification-service"
                        : actor.role().name().toLowerCase(Locale.ROOT));
    }

    private static void addTypesOwn(ObjectNode data, Session session, SessionEvent event) {
        var detail = event.detail();
        if (detail instanceof Detail.OfInvitation about) {
            EventDetails.addInvitation(data, about.invitation());
        } else if (detail instanceof Detail.OfEnd about) {
            EventDetails.addEnd(data, about.ended());
        } else if (detail instanceof Detail.OfPurge about) {
            data.put("purged", about.what().name());
        } else if (detail instanceof Detail.OfTransfer about) {
            data.put("previousOwner", about.previousOwner());
        } else if (detail instanceof Detail.OfEndOf about) {
            EventDetails.putInstant(data, "until", about.until());
        } else if (detail instanceof Detail.OfWorkflow about) {
            EventDetails.addWorkflow(data, about.workflow(), about.step());
        } else if (detail instanceof Detail.OfAsset about) {
            EventDetails.addAsset(data, about.asset());
        } else if (detail instanceof Detail.OfDocument about) {
            EventDetails.addDocument(data, about.document());
        } else if (detail instanceof Detail.OfMessage about) {
            EventDetails.addMessage(data, about.message());
        } else {
            addSessions(data, session, event.type());
        }
    }

    private static void addSessions(ObjectNode data, Session session, EventType type) {
        switch (type) {
            case SESSION_STARTED:
            case SESSION_PLANNED:
                EventDetails.putInstant(data, "expiresAt", session.expiresAt());
                data.put("assets", session.content().assets().size());
                data.put("workflows", session.content().workflows().size());
                break;
            case SESSION_REENGAGED:
                EventDetails.addChannel(data, session);
                break;
            case SESSION_JOINED:
                EventDetails.addJoined(data, session.state());
                break;
            case SESSION_RENEWED:
                EventDetails.putInstant(data, "expiresAt", session.expiresAt());
                break;
            default:
                break;
        }
    }

    static ObjectNode access(Access access) {
        var node =
                JsonNodeFactory.instance.objectNode().put("mode", access.mode().name());
        EventDetails.putInstant(node, "until", access.until());
        return node;
    }
}

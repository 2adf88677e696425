package io.parley.session.publishing;

import java.time.Instant;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.parley.session.session.model.Session;
import io.parley.session.session.model.SessionState;
import io.parley.session.session.model.content.ChatMessage;
import io.parley.session.session.model.content.Document;
import io.parley.session.session.model.content.SessionAsset;
import io.parley.session.session.model.content.SessionWorkflow;
import io.parley.session.session.model.invitation.Channel;
import io.parley.session.session.model.invitation.Invitation;

/** The members that single event types add to what all events say. */
final class EventDetails {

    private EventDetails() {}

    static void addInvitation(ObjectNode data, Invitation invitation) {
        var node = data.putObject("invitation")
                .put("id", invitation.id().toString())
                .put("number", invitation.number())
                .put("channel", invitation.channel().name());
        putInstant(node, "expiresAt", invitation.expiresAt());
        if (invitation.reason() != null) {
            node.put("reason", invitation.reason());
        }
    }

    static void addEnd(ObjectNode data, SessionState.Ended ended) {
        data.put("reason", ended.reason().name());
        data.set("accessAfterEnd", EventData.access(ended.access()));
        putInstant(data, "renewableUntil", ended.renewableUntil());
    }

    static void addWorkflow(ObjectNode data, SessionWorkflow workflow, String step) {
        var node = data.putObject("workflow")
                .put("id", workflow.id().toString())
                .put("workflow", workflow.workflow().toString())
                .put("version", workflow.version())
                .put("name", workflow.name());
        putInstant(node, "expiresAt", workflow.state().expiresAt());
        if (step != null) {
            node.put("step", step);
        }
    }

    static void addAsset(ObjectNode data, SessionAsset asset) {
        data.putObject("asset")
                .put("id", asset.id().toString())
                .put("asset", asset.asset().toString())
                .put("version", asset.version())
                .put("kind", asset.kind());
    }

    static void addMessage(ObjectNode data, ChatMessage message) {
        data.putObject("message")
                .put("id", message.id().toString())
                .put("number", message.number())
                .put("author", message.author().name());
    }

    static void addDocument(ObjectNode data, Document document) {
        data.putObject("document")
                .put("id", document.id().toString())
                .put("uploadedBy", document.uploadedBy().name())
                .put("size", document.size())
                .put("contentType", document.contentType());
    }

    static void addChannel(ObjectNode data, Session session) {
        var contact = session.customer().contact(session.origin().policy());
        boolean external = session.origin().policy().external() || contact == null;
        data.put("channel", (external ? Channel.EXTERNAL : contact.channel()).name());
    }

    static void addJoined(ObjectNode data, SessionState state) {
        if (state instanceof SessionState.Active active) {
            putInstant(data, "joinedAt", active.joinedAt());
        }
    }

    static void putInstant(ObjectNode node, String name, Instant instant) {
        if (instant != null) {
            node.put(name, instant.toString());
        }
    }
}

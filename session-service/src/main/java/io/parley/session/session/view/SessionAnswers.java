package io.parley.session.session.view;

import java.net.URI;

import jakarta.ws.rs.core.Response;

import io.parley.session.session.model.Session;

/** Sessions as answers, with the entity tag of their version. */
public final class SessionAnswers {

    private SessionAnswers() {}

    public static Response ok(Session session) {
        return withTag(Response.ok(), session);
    }

    public static Response started(Session session, boolean isNew) {
        return isNew ? withTag(Response.created(URI.create("/api/sessions/" + session.id())), session) : ok(session);
    }

    private static Response withTag(Response.ResponseBuilder answer, Session session) {
        return answer.entity(SessionView.of(session))
                .header("ETag", IfMatch.tag(session.journal().version()))
                .build();
    }
}

package io.parley.session.session.view;

import java.net.URI;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;

import io.parley.session.presence.Presence;
import io.parley.session.presence.Presences;
import io.parley.session.session.model.Session;

/** Sessions as answers, with the entity tag of their version, and with who is there. */
@ApplicationScoped
public class SessionAnswers {

    private final Presences presences;

    SessionAnswers(Presences presences) {
        this.presences = presences;
    }

    public Uni<Response> ok(Session session) {
        return presences.of(session.id()).map(presence -> withTag(Response.ok(), session, presence));
    }

    /** Nobody can have been in a session that is new. */
    public Uni<Response> started(Session session, boolean isNew) {
        return isNew
                ? Uni.createFrom()
                        .item(() -> withTag(
                                Response.created(URI.create("/api/sessions/" + session.id())),
                                session,
                                Presence.NOBODY))
                : ok(session);
    }

    private static Response withTag(Response.ResponseBuilder answer, Session session, Presence presence) {
        return answer.entity(SessionView.of(session, presence))
                .header("ETag", IfMatch.tag(session.journal().version()))
                .build();
    }
}

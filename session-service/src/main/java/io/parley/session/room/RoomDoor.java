package io.parley.session.room;

import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import io.smallrye.mutiny.Uni;

import io.parley.rest.problem.Problem;
import io.parley.session.access.SessionHidden;
import io.parley.session.invitation.Links.Token;
import io.parley.session.problem.ProblemType;
import io.parley.session.room.browser.RoomCookie;
import io.parley.session.session.Sessions;
import io.parley.session.session.model.CustomerSide;
import io.parley.session.session.model.Session;
import io.parley.session.session.model.afterend.AccessMode;
import io.parley.session.session.view.IfMatch;
import io.parley.session.timer.DatabaseClock;

/**
 * Lets those into a room whose browser has joined its session, as long as the access after the end lasts. Whoever has
 * no cookie, a false one or that of another session gets one and the same answer.
 */
@ApplicationScoped
public class RoomDoor {

    private final Sessions sessions;
    private final RoomCookie cookies;
    private final DatabaseClock clock;
    private final HttpHeaders headers;

    RoomDoor(Sessions sessions, RoomCookie cookies, DatabaseClock clock, HttpHeaders headers) {
        this.headers = headers;
        this.sessions = sessions;
        this.cookies = cookies;
        this.clock = clock;
    }

    /** @param cookie as the browser sent it; null for none */
    public Uni<CustomerSide> enter(String cookie) {
        return pass(cookie, token -> sessions.get(token.session()));
    }

    /** The same, for whoever enters to change it later in the same transaction. */
    public Uni<CustomerSide> look(String cookie) {
        return pass(cookie, token -> sessions.glance(token.session()));
    }

    /** The same, with the session locked until the transaction ends. */
    public Uni<CustomerSide> enterToChange(String cookie) {
        return pass(cookie, token -> sessions.getForUpdate(token.session())).invoke(this::requireWhatIsNamed);
    }

    private void requireWhatIsNamed(CustomerSide side) {
        var named = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (named != null) {
            IfMatch.valueOf(named).require(RoomView.tag(side));
        }
    }

    private Uni<CustomerSide> pass(String cookie, Function<Token, Uni<Session>> find) {
        var token = cookies.read(cookie);
        return token.isEmpty()
                ? Uni.createFrom().failure(stranger())
                : find.apply(token.get())
                        .onFailure(SessionHidden.class)
                        .transform(hidden -> stranger())
                        .map(session -> admit(session, token.get()));
    }

    private CustomerSide admit(Session session, Token token) {
        if (!session.entrance().knows(token.hash())) {
            throw stranger();
        }
        var side = CustomerSide.of(session, clock.instant());
        if (side.access() == AccessMode.NONE) {
            side.requireReached();
            throw stranger();
        }
        return side;
    }

    private static Problem stranger() {
        return new Problem(ProblemType.NOT_IN_THE_ROOM, null);
    }
}

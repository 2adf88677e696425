package io.parley.session.history;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** By which words sessions are found; kept in step with the customer's name and the owner of each. */
@ApplicationScoped
public class CustomerWords {

    private static final String FORGET = "delete from customer_word where session_id = ?1";
    private static final String KEEP = "insert into customer_word (session_id, word, owner, home_team)"
            + " select ?1, word, ?2, ?3 from unnest(string_to_array(?4, ' ')) as w (word)";

    /** The words of a name, in the form in which they are kept. */
    public static List<String> of(String name) {
        return Words.of(name);
    }

    /** Joins the caller's transaction. */
    public Uni<Void> replace(UUID session, String name, String owner, UUID homeTeam) {
        return Panache.getSession()
                .call(orm ->
                        orm.createNativeQuery(FORGET).setParameter(1, session).executeUpdate())
                .chain(orm -> keep(orm, session, name, owner, homeTeam));
    }

    private static Uni<Void> keep(Mutiny.Session orm, UUID session, String name, String owner, UUID homeTeam) {
        var words = Words.of(name);
        return words.isEmpty()
                ? Uni.createFrom().voidItem()
                : orm.createNativeQuery(KEEP)
                        .setParameter(1, session)
                        .setParameter(2, owner)
                        .setParameter(3, homeTeam)
                        .setParameter(4, String.join(" ", words))
                        .executeUpdate()
                        .replaceWithVoid();
    }
}

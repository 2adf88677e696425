package io.parley.rest.idempotency;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** The answers of the last day, by hashes of their keys; the table idempotency_key is the service's own. */
@ApplicationScoped
class KeptAnswers {

    private static final int AT_ONCE = 5_000;
    private static final String CLAIM = "select pg_try_advisory_xact_lock(?1)";
    private static final String FIND = "select hash, fingerprint, answer from idempotency_key"
            + " where hash in (?1) and created_at > now() - interval '24 hours'";
    private static final String KEEP = "insert into idempotency_key (hash, fingerprint, answer) values (?1, ?2, ?3)"
            + " on conflict (hash) do update set fingerprint = ?2, answer = ?3, created_at = now()";
    private static final String FORGET = "delete from idempotency_key where hash in (select hash from idempotency_key"
            + " where created_at < now() - interval '24 hours' limit " + AT_ONCE + " for update skip locked)";

    /** @param answer sealed */
    record Kept(String hash, String fingerprint, byte[] answer) {}

    /** Whether nobody else is at it; holds until the transaction ends. */
    Uni<Boolean> claim(long lock) {
        return Panache.getSession().chain(session -> session.createNativeQuery(CLAIM, Boolean.class)
                .setParameter(1, lock)
                .getSingleResult());
    }

    /** Null for none. */
    Uni<Kept> find(List<String> hashes) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FIND, Object[].class)
                        .setParameter(1, hashes)
                        .getResultList())
                .map(KeptAnswers::first);
    }

    private static Kept first(List<Object[]> rows) {
        return rows.isEmpty()
                ? null
                : new Kept((String) rows.get(0)[0], (String) rows.get(0)[1], (byte[]) rows.get(0)[2]);
    }

    Uni<Void> keep(String hash, String fingerprint, byte[] answer) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KEEP)
                        .setParameter(1, hash)
                        .setParameter(2, fingerprint)
                        .setParameter(3, answer)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Forgets what is older than a day; answers whether there is more of it. */
    @WithTransaction
    Uni<Boolean> forget() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FORGET).executeUpdate())
                .map(forgotten -> forgotten == AT_ONCE);
    }
}

package io.parley.session.limit;

import java.util.Arrays;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import io.parley.session.access.Pepper;
import io.parley.session.problem.ProblemType;

/**
 * Counts for all replicas together who has had how much, in one row each: the time at which all of it will have been
 * given back. Joins the caller's transaction: what is refused, or fails for another reason, is not counted
 * (docs/adr/0016).
 */
@ApplicationScoped
class Allowances {

    private static final int KEY_BYTES = 16;
    private static final String SECONDS = " * interval '1 second'";
    private static final String TAKE = "insert into rate_limit as l (key, free_at)"
            + " values (?1, clock_timestamp() + cast(?2 as double precision)" + SECONDS + ")"
            + " on conflict (key) do update"
            + " set free_at = greatest(l.free_at, clock_timestamp()) + cast(?2 as double precision)" + SECONDS
            + " where l.free_at <= clock_timestamp() + cast(?3 as double precision)" + SECONDS;
    private static final String WAIT =
            "select cast(extract(epoch from free_at - clock_timestamp()) as double precision)"
                    + " from rate_limit where key = ?1";
    private static final String FORGET = "delete from rate_limit where free_at < clock_timestamp()";

    private final Pepper pepper;
    private final MeterRegistry meters;

    Allowances(Pepper pepper, MeterRegistry meters) {
        this.pepper = pepper;
        this.meters = meters;
    }

    /**
     * @param name of the limit, as the metric has it
     * @param scope what it is counted by, as the metric has it in all services
     * @param whom null for somebody for whom it does not hold
     */
    record Use(String name, String scope, Limit limit, String whom, ProblemType type) {}

    /** @throws LimitReached (in the Uni) where there is no more */
    Uni<Void> take(Use use) {
        return use.whom() == null
                ? Uni.createFrom().voidItem()
                : tryTake(use)
                        .chain(taken ->
                                taken == 0 ? refuse(use) : Uni.createFrom().voidItem());
    }

    /** One more, whether there is any left or not. */
    Uni<Void> note(Use use) {
        return use.whom() == null ? Uni.createFrom().voidItem() : tryTake(use).replaceWithVoid();
    }

    /** @throws LimitReached (in the Uni) where there is no more; takes nothing */
    Uni<Void> look(Use use) {
        return use.whom() == null
                ? Uni.createFrom().voidItem()
                : secondsLeft(use)
                        .chain(wait -> wait > 0 ? refuse(use) : Uni.createFrom().voidItem());
    }

    private Uni<Integer> tryTake(Use use) {
        return Panache.getSession().chain(session -> session.createNativeQuery(TAKE)
                .setParameter(1, key(use))
                .setParameter(2, use.limit().each())
                .setParameter(3, use.limit().ahead())
                .executeUpdate());
    }

    private Uni<Void> refuse(Use use) {
        meters.counter("parley.limits.refused", "limit", use.name(), "scope", use.scope())
                .increment();
        return secondsLeft(use).map(wait -> {
            throw new LimitReached(use.type(), Math.max(1, (long) Math.ceil(wait)));
        });
    }

    /** Until one more may pass. */
    private Uni<Double> secondsLeft(Use use) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WAIT, Double.class)
                        .setParameter(1, key(use))
                        .getResultList())
                .map(found -> found.isEmpty() ? 0.0 : found.get(0) - use.limit().ahead());
    }

    /** Neither a contact nor an address can be read from it. */
    private byte[] key(Use use) {
        return Arrays.copyOf(pepper.hash("limit " + use.name(), use.whom()), KEY_BYTES);
    }

    /** Forgets those who have their whole allowance again. */
    @WithTransaction
    Uni<Boolean> forget() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FORGET).executeUpdate())
                .replaceWith(false);
    }
}

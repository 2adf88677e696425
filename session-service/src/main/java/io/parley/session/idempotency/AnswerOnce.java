package io.parley.session.idempotency;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import io.parley.rest.problem.Problem;
import io.parley.session.problem.ProblemType;

/**
 * Does a request and keeps its answer in one transaction: there is no moment at which one is there without the other.
 * A refusal changes nothing and is not kept; it is found anew.
 */
@ApplicationScoped
class AnswerOnce {

    private final KeptAnswers kept;
    private final Seal seal;

    AnswerOnce(KeptAnswers kept, Seal seal) {
        this.kept = kept;
        this.seal = seal;
    }

    /** @param value as the caller sent it */
    record Key(String subject, String value) {

        @Override
        public String toString() {
            return "Key[…]"; // whoever has it can read the answer
        }
    }

    @WithTransaction
    Uni<Response> answer(Key key, Object asked, Supplier<Uni<Response>> request) {
        String hash = seal.hash(key);
        String fingerprint = seal.fingerprint(asked);
        return kept.claim(hash)
                .invoke(AnswerOnce::requireFree)
                .chain(() -> kept.find(hash))
                .chain(found -> found == null
                        ? request.get().call(answer -> kept.keep(hash, fingerprint, seal.close(key, answer)))
                        : Uni.createFrom().item(() -> replay(key, fingerprint, found)));
    }

    private static void requireFree(boolean free) {
        if (!free) {
            throw new Problem(ProblemType.REQUEST_IN_PROGRESS, null);
        }
    }

    private Response replay(Key key, String fingerprint, KeptAnswers.Kept found) {
        if (!found.fingerprint().equals(fingerprint)) {
            throw new Problem(ProblemType.IDEMPOTENCY_KEY_REUSED, null);
        }
        return seal.open(key, found.answer());
    }
}

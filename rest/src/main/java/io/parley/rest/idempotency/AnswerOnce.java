package io.parley.rest.idempotency;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import io.parley.rest.problem.PlainProblem;
import io.parley.rest.problem.Problem;

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

    @WithTransaction
    Uni<Object> answer(Asked asked, Supplier<Uni<Object>> request) {
        return kept.claim(seal.lock(asked))
                .invoke(AnswerOnce::requireFree)
                .chain(() -> kept.find(seal.hashes(asked)))
                .invoke(found -> replay(asked, found))
                .chain(ignored -> request.get())
                .call(answer -> kept.keep(seal.hash(asked), asked.fingerprint(), seal.close(asked, answer)));
    }

    private static void requireFree(boolean free) {
        if (!free) {
            throw Problem.of(PlainProblem.REQUEST_IN_PROGRESS);
        }
    }

    private void replay(Asked asked, KeptAnswers.Kept found) {
        if (found == null) {
            return;
        }
        if (!found.fingerprint().equals(asked.fingerprint())) {
            throw Problem.of(PlainProblem.IDEMPOTENCY_KEY_REUSED);
        }
        throw new Replayed(seal.open(asked, found.hash(), found.answer()).replay());
    }
}

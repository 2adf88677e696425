package io.parley.story;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An agent who starts sessions without a pause, several at a time, and remembers which of them were answered. */
final class ARush {

    private static final int AT_A_TIME = 3;

    private final AColleague agent;
    private final Map<String, ACustomer> answered = new ConcurrentHashMap<>();
    private final List<Throwable> unanswered = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    private ARush(AColleague agent) {
        this.agent = agent;
    }

    static ARush of(AColleague agent) {
        var rush = new ARush(agent);
        for (int thread = 0; thread < AT_A_TIME; thread++) {
            var one = new Thread(rush::goOn, "rush-" + thread);
            one.setDaemon(true);
            rush.threads.add(one);
            one.start();
        }
        return rush;
    }

    /** An answer that does not come, or says that the service is not there, leaves open what became of the request. */
    private void goOn() {
        while (!ended) {
            var customer = ACustomer.withEmail("Rush");
            try {
                var answer = agent.triesToStart(ANewSession.with(customer));
                if (answer.isDone()) {
                    answered.put(answer.done().getString("id"), customer);
                } else {
                    answer.refused(503, "unavailable");
                }
            } catch (Exception noAnswer) {
                unanswered.add(noAnswer);
                ended = true;
            } catch (AssertionError wrong) {
                unanswered.add(wrong);
                ended = true;
            }
        }
    }

    void awaitAnswers(int number) {
        await().until(() -> answered.size() >= number || ended);
        assertThat(answered).as("answered, before: %s", unanswered).hasSizeGreaterThanOrEqualTo(number);
    }

    void untilNobodyAnswers() {
        await().until(() -> ended);
        end();
    }

    void end() {
        ended = true;
        await().until(() -> threads.stream().noneMatch(Thread::isAlive));
        assertThat(unanswered).as("answers that were wrong").noneMatch(AssertionError.class::isInstance);
    }

    /** Each session that was answered is there, its customer got one mail that works, and its events are gapless. */
    void everyAnswerHolds() {
        answered.forEach((id, customer) -> {
            var session = new ASession(agent, id);
            assertThat(session.state()).isEqualTo("INVITED");
            await().untilAsserted(() -> assertThat(customer.received())
                    .as("mails of session %s", id)
                    .isNotEmpty());
            assertThat(customer.received())
                    .extracting(AMessage::identity)
                    .containsOnly(customer.received().get(0).identity());
            session.awaitInvitations("SENT");
            customer.knocks(customer.received().get(0).link()).done();
            session.isToldToOthersAsItWas();
        });
    }
}

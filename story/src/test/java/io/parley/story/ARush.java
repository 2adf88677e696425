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
    private final Map<ACustomer, String> answered = new ConcurrentHashMap<>();
    private final List<ACustomer> unanswered = new CopyOnWriteArrayList<>();
    private final List<Throwable> wrong = new CopyOnWriteArrayList<>();
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

    private void goOn() {
        while (!ended) {
            start(ACustomer.withEmail("Rush"));
        }
    }

    /** An answer that does not come, or says that the service is not there, leaves open what became of the request. */
    private void start(ACustomer customer) {
        try {
            var answer = agent.triesToStart(ANewSession.with(customer), customer.contact());
            if (answer.isDone()) {
                answered.put(customer, answer.done().getString("id"));
            } else {
                answer.refused(503, "unavailable");
                unansweredIs(customer);
            }
        } catch (Exception noAnswer) {
            unansweredIs(customer);
        } catch (AssertionError failure) {
            wrong.add(failure);
            ended = true;
        }
    }

    private void unansweredIs(ACustomer customer) {
        unanswered.add(customer);
        ended = true;
    }

    void awaitAnswers(int number) {
        await().until(() -> answered.size() >= number || ended);
        assertThat(wrong).isEmpty();
        assertThat(answered).hasSizeGreaterThanOrEqualTo(number);
    }

    void untilNobodyAnswers() {
        await().until(() -> ended);
        end();
    }

    void end() {
        ended = true;
        await().until(() -> threads.stream().noneMatch(Thread::isAlive));
        assertThat(wrong).isEmpty();
    }

    /** Sends once more what was not answered, under its key: whether it was done before or not, it is done once. */
    void asksAgain() {
        unanswered.forEach(customer -> answered.put(
                customer,
                agent.triesToStart(ANewSession.with(customer), customer.contact())
                        .done()
                        .getString("id")));
    }

    /** Each session that was answered is there, its customer got one mail that works, and its events are gapless. */
    void everyAnswerHolds() {
        answered.forEach((customer, id) -> everythingHolds(customer, new ASession(agent, id)));
    }

    private static void everythingHolds(ACustomer customer, ASession session) {
        assertThat(session.state()).isEqualTo("INVITED");
        await().untilAsserted(() ->
                assertThat(customer.received()).as("mails of " + session).isNotEmpty());
        session.awaitInvitations("SENT");
        var mails = customer.received();
        assertThat(mails)
                .extracting(AMessage::identity)
                .as("mails of " + session)
                .containsOnly(mails.get(0).identity());
        customer.knocks(mails.get(0).link()).done();
        session.isToldToOthersAsItWas();
    }
}

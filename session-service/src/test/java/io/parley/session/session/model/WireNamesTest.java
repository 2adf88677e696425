package io.parley.session.session.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import io.parley.session.session.model.journal.Cause;
import io.parley.session.session.model.journal.EventType;

import static org.assertj.core.api.Assertions.assertThat;

/** The names by which others know events and causes. They are promised: a change breaks somebody. */
class WireNamesTest {

    @Test
    void everyEventHasItsTypeOfTheContract() {
        assertThat(names(EventType.values(), EventType::wireName))
                .containsExactly(
                        "parley.session.planned.v1",
                        "parley.session.started.v1",
                        "parley.session.invited.v1",
                        "parley.session.re-engaged.v1",
                        "parley.session.joined.v1",
                        "parley.session.ended.v1",
                        "parley.session.expired.v1",
                        "parley.session.renewed.v1",
                        "parley.session.transferred.v1",
                        "parley.session.access-ended.v1",
                        "parley.session.renewability-ended.v1",
                        "parley.session.purged.v1",
                        "parley.session.changed.v1",
                        "parley.invitation.delivered.v1",
                        "parley.invitation.undelivered.v1",
                        "parley.invitation.expired.v1",
                        "parley.workflow.added.v1",
                        "parley.workflow.started.v1",
                        "parley.workflow.restarted.v1",
                        "parley.workflow.step-completed.v1",
                        "parley.workflow.completed.v1",
                        "parley.workflow.expired.v1",
                        "parley.workflow.stopped.v1",
                        "parley.asset.added.v1",
                        "parley.asset.removed.v1",
                        "parley.document.added.v1",
                        "parley.session.message-added.v1");
    }

    @Test
    void everyCauseHasItsName() {
        assertThat(names(Cause.values(), Cause::wireName))
                .contains("start", "plan", "invite", "resend", "re-engage", "new-link", "join", "end", "renew")
                .contains(
                        "transfer",
                        "inactivity",
                        "link-lifetime",
                        "workflow-clock",
                        "access-after-end",
                        "renewability",
                        "retention")
                .contains("label", "device", "return", "code", "lock", "reminder", "new-activity")
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z][a-z-]*"));
    }

    private static <T> List<String> names(T[] values, Function<T, String> name) {
        return Arrays.stream(values).map(name).toList();
    }
}

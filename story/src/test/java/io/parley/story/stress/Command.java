package io.parley.story.stress;

import java.util.Arrays;
import java.util.Optional;

/** What is asked of a session, and the event that says in its timeline that it was done. */
enum Command {
    START("start", "system", "parley.session.started.v1"),
    PLAN("plan", "system", "parley.session.planned.v1"),
    INVITE("invite", "system", "parley.session.invited.v1"),
    RESEND("resend", "system", "parley.session.invited.v1"),
    REENGAGE("re-engage", "system", "parley.session.re-engaged.v1"),
    LINK("new-link", "system", "parley.session.invited.v1"),
    END("end", "system", "parley.session.ended.v1"),
    RENEW("renew", "system", "parley.session.renewed.v1"),
    TRANSFER("transfer", "system", "parley.session.transferred.v1"),
    ADD_ASSET("change", "system", "parley.asset.added.v1"),
    REMOVE_ASSET("change", "system", "parley.asset.removed.v1"),
    ADD_WORKFLOW("change", "system", "parley.workflow.added.v1"),
    REMOVE_WORKFLOW("change", "system", "parley.workflow.stopped.v1"),
    RESTART_WORKFLOW("restart", "system", "parley.workflow.restarted.v1"),
    JOIN("join", "customer", "parley.session.joined.v1"),
    NEW_LINK("new-link", "customer", "parley.session.invited.v1"),
    /** A join of one who takes the place of the browser that was there. */
    JOIN_INSTEAD("device", "customer", "parley.session.changed.v1"),
    STEP("step", "customer", "parley.workflow.step-completed.v1");

    final String cause;
    final String role;
    final String event;

    Command(String cause, String role, String event) {
        this.cause = cause;
        this.role = role;
        this.event = event;
    }

    /** The command that left this entry; none for what a clock or a delivery left. */
    static Optional<Command> of(Entry entry) {
        return Arrays.stream(values())
                .filter(command -> command.cause.equals(entry.cause()) && command.role.equals(entry.role()))
                .filter(command -> command.event.equals(entry.type()))
                .map(command -> command == JOIN_INSTEAD ? JOIN : command)
                .findFirst();
    }
}

package io.parley.teamsettings.change;

import jakarta.enterprise.event.Event;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells this replica of its own changes, so that who made one sees it by the next request. */
class AfterCommit {

    private final Event<Committed> committed;
    private final WriteMark mark;

    AfterCommit(Event<Committed> committed, WriteMark mark) {
        this.committed = committed;
        this.mark = mark;
    }

    @ServerResponseFilter
    void tell() {
        if (mark.isWritten()) {
            committed.fire(new Committed());
        }
    }
}

package io.parley.session.session;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import io.parley.session.access.Action;
import io.parley.session.access.Caller;
import io.parley.session.customer.Contacts;
import io.parley.session.customer.CustomerInput;
import io.parley.session.invitation.Links;
import io.parley.session.session.model.Customer;
import io.parley.session.session.model.Session;
import io.parley.session.session.view.Target;
import io.parley.session.settings.Snapshots;
import io.parley.session.timer.DatabaseClock;

/** Replaces the customer's details before the join; the old link dies in the same transaction. */
@ApplicationScoped
class ReengageCustomer {

    private final Sessions sessions;
    private final Snapshots snapshots;
    private final Links links;
    private final DatabaseClock clock;

    ReengageCustomer(Sessions sessions, Snapshots snapshots, Links links, DatabaseClock clock) {
        this.sessions = sessions;
        this.snapshots = snapshots;
        this.links = links;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Session> reengage(Target target, CustomerInput input, Caller caller) {
        return sessions.getForUpdate(target, caller)
                .chain(session -> read(input, session).map(customer -> reengage(session, customer, caller)))
                .chain(sessions::save);
    }

    private Uni<Customer> read(CustomerInput input, Session session) {
        return snapshots
                .pinned(session.origin().settings().hash())
                .map(snapshot -> Contacts.read(input, snapshot.settings().channels()));
    }

    private Session reengage(Session session, Customer customer, Caller caller) {
        var actor = caller.to(Action.REENGAGE, session);
        return session.reengage(customer, links.mint(session.id()), actor, clock.instant());
    }
}

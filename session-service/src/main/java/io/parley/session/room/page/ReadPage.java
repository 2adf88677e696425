package io.parley.session.room.page;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import io.parley.session.room.BrandView;
import io.parley.session.room.entrance.Entrances;
import io.parley.session.session.model.MoveRefused;
import io.parley.session.session.model.Session;
import io.parley.session.settings.Snapshot;
import io.parley.session.settings.Snapshots;

/** Finds out who invites by a link. */
@ApplicationScoped
class ReadPage {

    private final Entrances entrances;
    private final Snapshots snapshots;

    ReadPage(Entrances entrances, Snapshots snapshots) {
        this.entrances = entrances;
        this.snapshots = snapshots;
    }

    /**
     * Who invites. The customer's name is not in it: an old link may be in the hands of the one who was invited by
     * mistake.
     *
     * @param customerLocale null where it is not known
     */
    record Host(String agent, String team, BrandView brand, String customerLocale, String brandLocale) {

        static Host of(Session session, Snapshot snapshot) {
            var brand = snapshot.settings().brand();
            return new Host(
                    session.owner().name(),
                    snapshot.team().name(),
                    BrandView.of(brand),
                    session.customer().locale(),
                    brand.locale());
        }
    }

    /** @throws MoveRefused (in the Uni) where it is no link of ours, or none any more */
    @WithSession
    Uni<Host> read(String link) {
        return entrances.find(link).map(Entrances.Visitor::known).chain(this::host);
    }

    private Uni<Host> host(Session session) {
        return snapshots.pinned(session.origin().settings().hash()).map(snapshot -> Host.of(session, snapshot));
    }
}

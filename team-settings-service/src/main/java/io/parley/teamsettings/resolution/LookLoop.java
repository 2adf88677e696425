package io.parley.teamsettings.resolution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;

/** Looks for changes of other replicas as long as the process lives. */
@ApplicationScoped
class LookLoop {

    private final NewestChange newest;
    private final ResolutionConfig config;
    private Cancellable looking = () -> {};
    private boolean failed;

    LookLoop(NewestChange newest, ResolutionConfig config) {
        this.newest = newest;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        looking = Multi.createFrom()
                .ticks()
                .every(config.lookEvery())
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> look())
                .subscribe()
                .with(revision -> {});
    }

    void stop(@Observes ShutdownEvent stopped) {
        looking.cancel();
    }

    private Uni<Long> look() {
        return newest.look()
                .ifNoItem()
                .after(config.trustFor())
                .fail()
                .invoke(revision -> failed = false)
                .onFailure()
                .recoverWithItem(this::missed);
    }

    private long missed(Throwable failure) {
        if (!failed) {
            Log.warnf("Changes cannot be looked for; resolutions go to the database: error=%s", failure);
        }
        failed = true;
        return -1;
    }
}

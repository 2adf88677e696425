package io.parley.notification.receipt;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

import io.parley.notification.gateway.GatewayConfig;

import static java.util.stream.Collectors.toList;

/**
 * Reads the mailboxes of bounces. A mail is removed after its effect is committed, so that whoever dies in between
 * reads it again; replicas that read the same one say the same twice, which changes nothing.
 */
@ApplicationScoped
class BounceLoop {

    private static final int AT_ONCE = 100;

    private final Vertx vertx;
    private final GatewayConfig gateways;
    private final ReceiveReceipt receive;

    BounceLoop(Vertx vertx, GatewayConfig gateways, ReceiveReceipt receive) {
        this.vertx = vertx;
        this.gateways = gateways;
        this.receive = receive;
    }

    /** What is to become of a mail. */
    private enum Fate {
        REMOVE,
        LEAVE,
        READ_AGAIN
    }

    /** A mail and its fate. */
    private record Judged(long uid, Fate fate) {}

    void start(@Observes StartupEvent event) {
        gateways.named().forEach((name, settings) -> {
            if (settings.type() == GatewayConfig.Type.SMTP
                    && settings.bounceHost().isPresent()) {
                read(name, settings);
            }
        });
    }

    private void read(String gateway, GatewayConfig.Settings settings) {
        var mailbox = new Mailbox(settings);
        var reading = new AtomicBoolean();
        vertx.setPeriodic(settings.bounceEvery().toMillis(), timer -> {
            if (reading.compareAndSet(false, true)) {
                readOnce(gateway, mailbox)
                        .onTermination()
                        .invoke(() -> reading.set(false))
                        .subscribe()
                        .with(done -> {}, failure -> warn(gateway, failure));
            }
        });
    }

    private Uni<Void> readOnce(String gateway, Mailbox mailbox) {
        return vertx.executeBlocking(() -> mailbox.unseen(AT_ONCE), false)
                .onItem()
                .transformToMulti(mails -> Multi.createFrom().iterable(mails))
                .onItem()
                .transformToUniAndConcatenate(mail -> judge(gateway, mailbox.settings(), mail))
                .collect()
                .asList()
                .call(judged -> vertx.executeBlocking(() -> mailbox.remove(with(judged, Fate.REMOVE)), false))
                .call(judged -> vertx.executeBlocking(() -> mailbox.leave(with(judged, Fate.LEAVE)), false))
                .replaceWithVoid();
    }

    private Uni<Judged> judge(String gateway, GatewayConfig.Settings settings, Mailbox.Returned mail) {
        return BounceMail.read(gateway, settings, mail.recipient(), mail.mail())
                .filter(callback -> callback.receipt().isPresent())
                .map(callback -> callback.to(receive).replaceWith(Fate.REMOVE))
                .orElse(Uni.createFrom().item(Fate.LEAVE))
                .onFailure()
                .invoke(failure -> warn(gateway, failure))
                .onFailure()
                .recoverWithItem(Fate.READ_AGAIN)
                .map(fate -> new Judged(mail.uid(), fate));
    }

    private static List<Long> with(List<Judged> judged, Fate fate) {
        return judged.stream()
                .filter(one -> one.fate() == fate)
                .map(Judged::uid)
                .collect(toList());
    }

    private static void warn(String gateway, Throwable failure) {
        // Not its message, which may quote a mail
        Log.warnf(
                "Bounces can't be read now: gateway=%s error=%s",
                gateway,
                Optional.ofNullable(failure.getCause())
                        .orElse(failure)
                        .getClass()
                        .getName());
    }
}

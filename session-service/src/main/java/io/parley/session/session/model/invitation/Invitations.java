package io.parley.session.session.model.invitation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import io.parley.session.session.model.Lifetime;
import io.parley.session.session.model.MoveRefused;
import io.parley.session.session.model.Refusal;

/** All invitations of a session, oldest first; only the last can be current. */
public record Invitations(List<Invitation> all) {

    static final int PER_HOUR = 6;

    public static final Invitations NONE = new Invitations(List.of());

    public Invitations {
        all = List.copyOf(all);
    }

    public Optional<Invitation> current() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** A new current invitation; the one before is superseded if it was still open. */
    public Invitations issue(Link link, Channel channel, Instant now, Lifetime lifetime) {
        var more = new ArrayList<>(changeCurrent(i -> i.close(InvitationState.SUPERSEDED)).all);
        more.add(new Invitation(
                link.invitation(),
                all.size() + 1,
                channel,
                InvitationState.REQUESTED,
                null,
                null,
                now,
                lifetime.endFrom(now),
                List.of(link.hash()),
                null));
        return new Invitations(more);
    }

    public Invitations changeCurrent(UnaryOperator<Invitation> change) {
        return current().map(i -> change(i.id(), change)).orElse(this);
    }

    public Invitations change(UUID id, UnaryOperator<Invitation> change) {
        return new Invitations(
                all.stream().map(i -> i.id().equals(id) ? change.apply(i) : i).toList());
    }

    public Optional<Invitation> byId(UUID id) {
        return all.stream().filter(i -> i.id().equals(id)).findFirst();
    }

    /** The invitation that a link belongs to; takes as long whether one matches or not. */
    public Optional<Invitation> byLink(String hash) {
        byte[] wanted = hash.getBytes(StandardCharsets.US_ASCII);
        Invitation found = null;
        for (Invitation invitation : all) {
            for (String link : invitation.links()) {
                if (MessageDigest.isEqual(link.getBytes(StandardCharsets.US_ASCII), wanted)) {
                    found = invitation;
                }
            }
        }
        return Optional.ofNullable(found);
    }

    /** A customer is not to be flooded: so many invitations an hour, then none. */
    public Invitations requireResendAllowed(Instant now) {
        if (all.size() >= PER_HOUR) {
            var free = all.get(all.size() - PER_HOUR).requestedAt().plus(Duration.ofHours(1));
            if (now.isBefore(free)) {
                throw new MoveRefused(Refusal.TOO_MANY_RESENDS, free);
            }
        }
        return this;
    }

    /** Nobody can come by any of them any more. */
    public Invitations withoutLinks() {
        return new Invitations(all.stream().map(Invitation::withoutLinks).toList());
    }

    public boolean isCurrent(Invitation invitation) {
        return current().map(c -> c.id().equals(invitation.id())).orElse(false);
    }
}

package io.parley.session.room.entrance;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.parley.session.room.BrandView;
import io.parley.session.session.model.CustomerSide;
import io.parley.session.session.model.entrance.Authentication;
import io.parley.session.session.model.invitation.Invitation;
import io.parley.session.settings.Snapshot;

/**
 * What somebody with a link needs to know in order to enter.
 *
 * @param alreadyIn this browser has joined before: nothing is asked of it
 * @param consent the text to agree to; absent for none
 * @param authentication what is asked beyond the link
 * @param expiresAt when the link lapses; absent for never, and for whoever is in already
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JoinView(
        String agentName,
        String teamName,
        BrandView brand,
        String customerName,
        boolean alreadyIn,
        String consent,
        Authentication.Method authentication,
        Instant expiresAt) {

    static JoinView of(CustomerSide side, CustomerSide.Knock knock, Snapshot snapshot) {
        var session = side.session();
        return new JoinView(
                session.owner().name(),
                snapshot.team().name(),
                BrandView.of(snapshot.settings().brand()),
                session.customer().name(),
                knock.alreadyIn(),
                knock.consent(),
                knock.method(),
                knock.alreadyIn()
                        ? null
                        : session.invitations()
                                .current()
                                .map(Invitation::expiresAt)
                                .orElse(null));
    }
}

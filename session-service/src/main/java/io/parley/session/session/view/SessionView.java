package io.parley.session.session.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.parley.session.presence.Presence;
import io.parley.session.session.model.Customer;
import io.parley.session.session.model.EndReason;
import io.parley.session.session.model.Session;
import io.parley.session.session.model.SessionState;
import io.parley.session.session.model.StateName;
import io.parley.session.session.model.afterend.Access;
import io.parley.session.session.model.content.SessionAsset;
import io.parley.session.session.model.invitation.Channel;
import io.parley.session.session.model.invitation.Invitation;
import io.parley.session.session.model.invitation.InvitationState;
import io.parley.session.session.model.retention.Retained;

/**
 * A session as the API shows it to those who may see it.
 *
 * @param updated whether the customer did something since the owner last looked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SessionView(
        UUID id,
        StateName state,
        StateName previousState,
        EndReason endReason,
        String owner,
        UUID homeTeam,
        SettingsView settings,
        Customer customer,
        InvitationView invitation,
        Instant joinedAt,
        Access accessAfterEnd,
        Instant createdAt,
        Instant invitedAt,
        Instant endedAt,
        Instant renewableUntil,
        Set<Retained> purged,
        Instant expiresAt,
        Presence presence,
        List<SessionAsset> assets,
        List<WorkflowView> workflows,
        Counts counts,
        String externalId,
        Map<String, String> metadata,
        boolean updated,
        long sequence) {

    /** An invitation as agents see it; never its link. Its reminders are those that went, if any are sent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record InvitationView(
            UUID id,
            int number,
            Channel channel,
            InvitationState state,
            String reason,
            Instant requestedAt,
            Instant expiresAt,
            Integer reminders) {

        public static InvitationView of(Invitation invitation) {
            return new InvitationView(
                    invitation.id(),
                    invitation.number(),
                    invitation.channel(),
                    invitation.state(),
                    invitation.reason(),
                    invitation.requestedAt(),
                    invitation.expiresAt(),
                    invitation.reminding() == null
                            ? null
                            : invitation.reminding().sent());
        }
    }

    /** How much of what is in the session. */
    public record Counts(int assets, int workflows, int invitations, int messages) {}

    public static SessionView of(Session session, Presence presence) {
        var ended = session.state() instanceof SessionState.Ended over ? over : null;
        var open = ended == null ? session.state() : ended.before();
        var content = session.content();
        return new SessionView(
                session.id(),
                session.state().name(),
                ended == null ? null : ended.before().name(),
                ended == null ? null : ended.reason(),
                session.owner().subject(),
                session.origin().homeTeam(),
                SettingsView.of(session.origin().settings()),
                session.customer(),
                session.invitations().current().map(InvitationView::of).orElse(null),
                open instanceof SessionState.Active active ? active.joinedAt() : null,
                ended == null ? null : ended.access(),
                session.origin().createdAt(),
                open instanceof SessionState.Reached reached ? reached.invitedAt() : null,
                ended == null ? null : ended.at(),
                ended == null ? null : ended.renewableUntil(),
                ended == null || ended.purged().isEmpty() ? null : ended.purged(),
                session.expiresAt(),
                presence,
                content.assets(),
                content.workflows().stream().map(WorkflowView::of).toList(),
                new Counts(
                        content.assets().size(),
                        content.workflows().size(),
                        session.invitations().all().size(),
                        content.messages()),
                session.labels().externalId(),
                session.labels().metadata(),
                session.journal().updated(),
                session.journal().sequence());
    }
}

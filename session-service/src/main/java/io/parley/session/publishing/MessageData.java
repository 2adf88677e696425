package io.parley.session.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

import io.parley.session.session.model.Session;
import io.parley.session.session.model.invitation.Channel;
import io.parley.session.session.model.invitation.Contact;
import io.parley.session.session.model.journal.Cause;
import io.parley.session.session.model.journal.Message;
import io.parley.session.settings.Settings;
import io.parley.session.settings.Snapshot;

/** A message request for notification-service; the one place where contact and link leave this service. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MessageData(
        UUID messageId,
        UUID sessionId,
        UUID invitationId,
        Kind kind,
        Channel channel,
        String to,
        String recipientName,
        String agentName,
        String teamName,
        String locale,
        String link,
        String code,
        Instant requestedAt,
        Instant giveUpAt,
        String customerName,
        String reason,
        Brand brand,
        UUID homeTeam,
        String owner) {

    private static final Duration GIVE_UP_INVITING = Duration.ofDays(7);
    private static final Duration GIVE_UP_TELLING = Duration.ofDays(1);

    enum Kind {
        INVITATION,
        RESEND,
        RE_ENGAGEMENT,
        RENEWAL,
        REMINDER,
        NEW_ACTIVITY,
        OTP,
        INVITATION_UNDELIVERED,
        WORKFLOW_COMPLETED,
        SESSION_TRANSFERRED;

        static Kind of(Cause cause) {
            switch (cause) {
                case RESEND:
                case NEW_LINK:
                    return RESEND;
                case REENGAGE:
                    return RE_ENGAGEMENT;
                case RENEW:
                    return RENEWAL;
                case REMINDER:
                    return REMINDER;
                case NEW_ACTIVITY:
                    return NEW_ACTIVITY;
                default:
                    return INVITATION;
            }
        }
    }

    record Brand(
            String name,
            String primaryColour,
            String accentColour,
            String smsSender,
            String mailFromName,
            String mailReplyTo,
            JsonNode texts) {

        static Brand of(Settings.Brand brand) {
            return new Brand(
                    brand.name(),
                    brand.colours().primary(),
                    brand.colours().accent(),
                    brand.smsSender(),
                    brand.mailFromName(),
                    brand.mailReplyTo(),
                    brand.texts());
        }
    }

    static MessageData invite(Session session, Snapshot snapshot, Message.Invite invite) {
        var invitation = invite.invitation();
        var giveUp = invitation.expiresAt() == null
                ? invitation.requestedAt().plus(GIVE_UP_INVITING)
                : invitation.expiresAt();
        return toCustomer(session, snapshot, invite.contact(), invitation.requestedAt(), giveUp)
                .about(
                        invitation.id(),
                        invitation.id(),
                        Kind.of(invite.cause()),
                        invite.link().url(),
                        null);
    }

    /** A reminder that is a day late is better not sent at all. */
    static MessageData nudge(Session session, Snapshot snapshot, Message.Nudge nudge, Instant now) {
        var lapse = nudge.invitation().expiresAt();
        var soon = now.plus(GIVE_UP_TELLING);
        var kind = Kind.of(nudge.cause());
        boolean reminder = kind == Kind.REMINDER;
        var giveUp = reminder && lapse != null && lapse.isBefore(soon) ? lapse : soon;
        var about = reminder ? nudge.invitation().id() : null;
        return toCustomer(session, snapshot, nudge.contact(), now, giveUp)
                .about(nudge.link().invitation(), about, kind, nudge.link().url(), null);
    }

    static MessageData code(Session session, Snapshot snapshot, Message.Code code, UUID id, Instant now) {
        return toCustomer(
                        session,
                        snapshot,
                        code.contact(),
                        now,
                        session.entrance().code().expiresAt())
                .with(id, Kind.OTP, code.code().digits());
    }

    static MessageData tell(Session session, Snapshot snapshot, Message.TellAgent tell, UUID id, Instant now) {
        return new MessageData(
                id,
                session.id(),
                null,
                Kind.valueOf(tell.subject().name()),
                Channel.EMAIL,
                tell.agent().email(),
                tell.agent().name(),
                session.owner().name(),
                snapshot.team().name(),
                snapshot.settings().brand().locale(),
                null,
                null,
                now,
                now.plus(GIVE_UP_TELLING),
                session.customer().name(),
                tell.reason(),
                Brand.of(snapshot.settings().brand()),
                session.origin().homeTeam(),
                session.owner().subject());
    }

    private static MessageData toCustomer(
            Session session, Snapshot snapshot, Contact contact, Instant now, Instant giveUp) {
        var customer = session.customer();
        var brand = snapshot.settings().brand();
        return new MessageData(
                null,
                session.id(),
                null,
                null,
                contact.channel(),
                contact.address(),
                customer.name(),
                session.owner().name(),
                snapshot.team().name(),
                customer.locale() == null ? brand.locale() : customer.locale(),
                null,
                null,
                now,
                giveUp,
                null,
                null,
                Brand.of(brand),
                session.origin().homeTeam(),
                session.owner().subject());
    }

    private MessageData about(UUID id, UUID invitation, Kind what, String url, String digits) {
        return new MessageData(
                id,
                sessionId,
                invitation,
                what,
                channel,
                to,
                recipientName,
                agentName,
                teamName,
                locale,
                url,
                digits,
                requestedAt,
                giveUpAt,
                customerName,
                reason,
                brand,
                homeTeam,
                owner);
    }

    private MessageData with(UUID id, Kind what, String digits) {
        return about(id, null, what, null, digits);
    }
}

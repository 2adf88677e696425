package io.parley.session.session.model;

import java.time.Instant;
import java.util.List;

import io.parley.session.session.model.journal.EventType;
import io.parley.session.session.model.journal.Journal;
import io.parley.session.session.model.journal.Message;
import io.parley.session.session.model.journal.SessionEvent;

/** What a command has brought about, in words that a table can hold. */
public final class Happened {

    private Happened() {}

    /** For instance {@code session.joined by join, INVITED to ACTIVE}. */
    public static List<String> events(Session session) {
        return session.journal().events().stream()
                .map(e -> event(shortName(e.type()), e.cause().wireName(), e.before(), e.after()))
                .toList();
    }

    public static String event(String type, String cause, StateName before, StateName after) {
        return type + " by " + cause + ", " + before + " to " + after;
    }

    public static List<String> types(Session session) {
        return session.journal().events().stream().map(e -> shortName(e.type())).toList();
    }

    public static List<String> messages(Session session) {
        return session.journal().messages().stream()
                .map(m -> message(m, session))
                .toList();
    }

    /** The session with its events, but for when they were noticed. */
    public static Session whenever(Session session) {
        var events = session.journal().events().stream()
                .map(e -> new SessionEvent(
                        e.sequence(), e.type(), Instant.EPOCH, e.actor(), e.cause(), e.before(), e.after(), e.detail()))
                .toList();
        var journal = session.journal();
        var told = new Journal(journal.version(), journal.sequence(), journal.updated(), events, journal.messages());
        return Given.moved(session.with(told), null);
    }

    private static String shortName(EventType type) {
        return type.wireName().replaceAll("^parley\\.|\\.v1$", "");
    }

    private static String message(Message message, Session session) {
        if (message instanceof Message.Invite invite) {
            return "invite " + invite.contact().address() + " #"
                    + invite.invitation().number() + " for " + invite.cause().wireName();
        }
        if (message instanceof Message.Cancel cancel) {
            return "cancel "
                    + session.invitations()
                            .byId(cancel.message())
                            .map(i -> "#" + i.number())
                            .orElse("reminder") + " " + cancel.outcome();
        }
        if (message instanceof Message.Nudge nudge) {
            return "nudge " + nudge.contact().address() + " #"
                    + nudge.invitation().number() + " for " + nudge.cause().wireName();
        }
        if (message instanceof Message.Code code) {
            return "code to " + code.contact().address();
        }
        var told = (Message.TellAgent) message;
        return "tell " + told.agent().subject() + " " + told.subject()
                + (told.reason() == null ? "" : " (" + told.reason() + ")");
    }
}

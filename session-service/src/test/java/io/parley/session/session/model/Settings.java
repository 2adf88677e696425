package io.parley.session.session.model;

import java.time.Duration;
import java.time.LocalTime;

import io.parley.session.session.model.afterend.AccessMode;
import io.parley.session.session.model.entrance.Authentication;
import io.parley.session.session.model.entrance.Authentication.Method;
import io.parley.session.session.model.invitation.Channel;
import io.parley.session.session.model.reminder.QuietHours;
import io.parley.session.session.model.reminder.Reminders;
import io.parley.session.session.model.retention.Retention;

/** What a test's session runs with: the usual settings, but for what the test says. */
public final class Settings {

    public static final Duration LINK = Duration.ofDays(2);
    public static final Duration INACTIVITY = Duration.ofDays(7);
    public static final Duration RENEWABLE = Duration.ofDays(30);
    public static final Duration ACCESS = Duration.ofDays(14);
    public static final Duration LOCK = Duration.ofMinutes(15);
    public static final Duration PATIENCE = Duration.ofMinutes(5);
    public static final int ATTEMPTS = 3;
    public static final int LOCKS = 2;

    private boolean external;
    private boolean contactRequired = true;
    private Channel firstChannel = Channel.EMAIL;
    private Lifetime link = Lifetime.of(LINK);
    private Lifetime inactivity = Lifetime.of(INACTIVITY);
    private Lifetime renewable = Lifetime.of(RENEWABLE);
    private AccessMode accessMode = AccessMode.VIEW;
    private Lifetime access = Lifetime.of(ACCESS);
    private Method method = Method.NONE;
    private boolean manyDevices;
    private String consent;
    private boolean chat = true;
    private boolean attachments = true;
    private Retention retention = new Retention(Lifetime.NEVER, Lifetime.NEVER, Lifetime.NEVER);

    private Reminders reminders;
    private Duration patience = PATIENCE;

    public static Settings usual() {
        return new Settings();
    }

    public Settings external() {
        external = true;
        return this;
    }

    public Settings withoutContact() {
        contactRequired = false;
        return this;
    }

    public Settings first(Channel channel) {
        firstChannel = channel;
        return this;
    }

    public Settings link(Lifetime lifetime) {
        link = lifetime;
        return this;
    }

    public Settings inactivity(Lifetime lifetime) {
        inactivity = lifetime;
        return this;
    }

    public Settings renewable(Lifetime lifetime) {
        renewable = lifetime;
        return this;
    }

    public Settings accessAfterEnd(AccessMode mode, Lifetime lifetime) {
        accessMode = mode;
        access = lifetime;
        return this;
    }

    public Settings neverEnding() {
        return link(Lifetime.NEVER)
                .inactivity(Lifetime.NEVER)
                .renewable(Lifetime.NEVER)
                .accessAfterEnd(accessMode, Lifetime.NEVER);
    }

    public Settings asking(Method what) {
        method = what;
        return this;
    }

    public Settings manyDevices() {
        manyDevices = true;
        return this;
    }

    /** So long after the invitation, and so often after that, in hours; never between 21:00 and 08:00. */
    public Settings reminders(int first, int repeat, int most) {
        return reminders(new Reminders(
                Lifetime.of(Duration.ofHours(first)),
                Lifetime.of(Duration.ofHours(repeat)),
                most,
                new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0), "UTC")));
    }

    public Settings reminders(Reminders rule) {
        reminders = rule;
        return this;
    }

    public Settings patience(Duration length) {
        patience = length;
        return this;
    }

    public Settings consent(String text) {
        consent = text;
        return this;
    }

    public Settings withoutChat() {
        chat = false;
        return this;
    }

    public Settings withoutAttachments() {
        attachments = false;
        return this;
    }

    public Settings retaining(Lifetime documents, Lifetime contacts, Lifetime skeleton) {
        retention = new Retention(documents, contacts, skeleton);
        return this;
    }

    public Policy policy() {
        return new Policy(
                external,
                contactRequired,
                firstChannel,
                link,
                inactivity,
                renewable,
                accessMode,
                access,
                false,
                false,
                new Authentication(method, ATTEMPTS, LOCK, LOCKS),
                manyDevices,
                consent,
                chat,
                attachments,
                reminders,
                patience,
                retention);
    }
}

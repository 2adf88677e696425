package io.parley.teamsettings.settings.model.lint;

import java.util.List;

import io.parley.teamsettings.settings.model.lint.Contradiction.Severity;

/** Contradictions of how customers are reached. */
final class ChannelRules {

    static final List<Contradiction> ALL = List.of(
            new Contradiction(
                    "no-channel",
                    Severity.REFUSED,
                    List.of("channels.email", "channels.sms", "invitation.mode", "invitation.contactRequired"),
                    "Email and SMS are both off, but every invitation needs a contact: nobody can be invited.",
                    ChannelRules::nobodyCanBeReached),
            new Contradiction(
                    "default-channel-off",
                    Severity.WARNING,
                    List.of("channels.default", "channels.email", "channels.sms"),
                    "The channel that is offered first is off; the other one is offered alone.",
                    ChannelRules::theDefaultIsOff),
            new Contradiction(
                    "region-not-reached",
                    Severity.WARNING,
                    List.of("channels.region", "channels.smsCountries"),
                    "National numbers are read by a region to which no SMS may go.",
                    settings -> settings.on("channels.sms")
                            && !settings.list("channels.smsCountries").contains(settings.text("channels.region"))),
            new Contradiction(
                    "otp-without-second-channel",
                    Severity.WARNING,
                    List.of("customer.authentication.method", "channels.email", "channels.sms"),
                    "A one-time password goes to the other channel than the invitation, and one of the two is off.",
                    settings -> settings.is("customer.authentication.method", "OTP")
                            && !(settings.on("channels.email") && settings.on("channels.sms"))),
            new Contradiction(
                    "reminders-without-messages",
                    Severity.WARNING,
                    List.of("invitation.reminders.enabled", "invitation.mode"),
                    "Reminders are on, but in the mode EXTERNAL no message is sent.",
                    settings ->
                            settings.on("invitation.reminders.enabled") && settings.is("invitation.mode", "EXTERNAL")));

    private ChannelRules() {}

    private static boolean nobodyCanBeReached(Values settings) {
        var needsContact = settings.is("invitation.mode", "AUTOMATIC") || settings.on("invitation.contactRequired");
        return needsContact && !settings.on("channels.email") && !settings.on("channels.sms");
    }

    private static boolean theDefaultIsOff(Values settings) {
        var isEmail = settings.is("channels.default", "EMAIL");
        var first = isEmail ? "channels.email" : "channels.sms";
        var other = isEmail ? "channels.sms" : "channels.email";
        return !settings.on(first) && settings.on(other);
    }
}

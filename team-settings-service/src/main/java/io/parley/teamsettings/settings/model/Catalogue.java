package io.parley.teamsettings.settings.model;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.parley.teamsettings.settings.model.type.Choice;
import io.parley.teamsettings.settings.model.type.Each;
import io.parley.teamsettings.settings.model.type.GrantType;
import io.parley.teamsettings.settings.model.type.MessageTexts;
import io.parley.teamsettings.settings.model.type.OnOff;
import io.parley.teamsettings.settings.model.type.OrNone;
import io.parley.teamsettings.settings.model.type.Text;
import io.parley.teamsettings.settings.model.type.TimeSpan;
import io.parley.teamsettings.settings.model.type.TimeZoneName;
import io.parley.teamsettings.settings.model.type.ValueType;
import io.parley.teamsettings.settings.model.type.WholeNumber;

/** Every setting that there is, as data: validation, merging, explanation and schema are derived from this list. */
public final class Catalogue {

    /** What the organisation is called in its own settings, where a team would have its name. */
    public static final String ORGANISATION_NAME = "Parley";

    private static final Duration YEARS = Duration.ofDays(3650);
    private static final String TIME_OF_DAY = "([01]\\d|2[0-3]):[0-5]\\d";
    private static final String MAIL =
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+";
    private static final String SENDER = "\\+[1-9]\\d{6,14}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}";

    private static final ValueType LOCALE = Text.of("[a-z]{2,3}(-[A-Z]{2})?", "must be a locale, such as en or de-AT");
    private static final ValueType MESSAGE_KIND = Choice.of(
            "INVITATION",
            "RESEND",
            "RE_ENGAGEMENT",
            "RENEWAL",
            "REMINDER",
            "NEW_ACTIVITY",
            "OTP",
            "INVITATION_UNDELIVERED",
            "WORKFLOW_COMPLETED",
            "SESSION_TRANSFERRED");

    private static final List<SettingKey> KEYS = List.of(
            key("channels.email", new OnOff(), true, "Customers may be invited by email"),
            key("channels.sms", new OnOff(), true, "Customers may be invited by SMS"),
            key("channels.default", Choice.of("EMAIL", "SMS"), "EMAIL", "The field that is offered first"),
            key("channels.region", Choice.country(), "DE", "The region by which national numbers are read"),
            derived(
                    "channels.smsCountries",
                    new Each(Choice.country(), 1, 250),
                    (team, settings) -> List.of(settings.get("channels.region")),
                    "Countries to which SMS may go; the region alone unless set"),
            key(
                    "invitation.mode",
                    Choice.of("AUTOMATIC", "EXTERNAL"),
                    "AUTOMATIC",
                    "EXTERNAL: the agent passes the link on"),
            key("invitation.contactRequired", new OnOff(), true, "Whether a contact must be given; for EXTERNAL only"),
            key("invitation.reminders.enabled", new OnOff(), false, "Remind customers who have not joined"),
            key(
                    "invitation.reminders.firstAfter",
                    TimeSpan.upTo(YEARS),
                    "P1D",
                    "From the invitation to the first reminder"),
            key("invitation.reminders.repeatEvery", TimeSpan.upTo(YEARS), "P2D", "From one reminder to the next"),
            key("invitation.reminders.atMost", new WholeNumber(1, 20), 3, "How many reminders at most"),
            key(
                    "invitation.reminders.quietHours.from",
                    timeOfDay(),
                    "21:00",
                    "No reminder from; none are quiet when equal"),
            key("invitation.reminders.quietHours.to", timeOfDay(), "08:00", "No reminder until"),
            key("invitation.reminders.zone", new TimeZoneName(), "Europe/Berlin", "Whose hours the quiet hours are"),
            key("link.lifetime", TimeSpan.orNever(YEARS), "P7D", "From sending a link to its lapse"),
            key(
                    "session.endAfterInactivity",
                    TimeSpan.orNever(YEARS),
                    "P7D",
                    "From the agent's last action to the end"),
            key("session.renewableFor", TimeSpan.orNever(YEARS), "P30D", "From the end to when renewing is refused"),
            key(
                    "session.accessAfterEnd.mode",
                    Choice.of("NONE", "VIEW", "FULL"),
                    "VIEW",
                    "What the customer may after the end"),
            key("session.accessAfterEnd.duration", TimeSpan.orNever(YEARS), "P30D", "For how long; for VIEW and FULL"),
            key("session.singleActive", new OnOff(), false, "An agent has at most one invited or active session"),
            key(
                    "session.contactReuse",
                    Choice.of("NEW", "CONTINUE"),
                    "NEW",
                    "Start with a contact that has an open session"),
            key("session.historyScope", Choice.of("MINE", "TEAM", "ALL"), "MINE", "Whose sessions an agent may find"),
            key(
                    "customer.authentication.method",
                    Choice.of("NONE", "PIN", "OTP"),
                    "NONE",
                    "What the customer has to prove"),
            key("customer.authentication.attempts", new WholeNumber(1, 20), 5, "Wrong attempts before a lock"),
            key("customer.authentication.lockTime", TimeSpan.upTo(YEARS), "PT15M", "How long a lock lasts"),
            key("customer.authentication.locks", new WholeNumber(1, 20), 3, "Locks before a ban"),
            key("customer.devices", Choice.of("ONE", "MANY"), "ONE", "ONE: the first browser; MANY: more after an OTP"),
            key("customer.consent.required", new OnOff(), false, "The customer agrees to the text before joining"),
            key("customer.consent.text", Text.lines(10_000), "", "What the customer agrees to"),
            key("room.chat", new OnOff(), true, "Chat in the room"),
            key("room.attachments", new OnOff(), true, "Files in the room's chat"),
            key(
                    "retention.documents",
                    TimeSpan.orNever(YEARS),
                    "P90D",
                    "From the end to when documents and chat may be deleted"),
            key(
                    "retention.contacts",
                    TimeSpan.orNever(YEARS),
                    "P365D",
                    "From the end to when the customer's contact data may be deleted"),
            key(
                    "retention.skeleton",
                    TimeSpan.orNever(YEARS),
                    "never",
                    "From the end to when the session itself may be deleted"),
            derived("brand.name", Text.line(100), (team, settings) -> team, "Who invites; the team's name unless set"),
            key("brand.logo", new OrNone(sha256()), null, "A picture that was posted to /api/logos, or none"),
            key("brand.colours.primary", colour(), "#1f4f7a", "Main colour"),
            key("brand.colours.accent", colour(), "#e07a1f", "Second colour"),
            key(
                    "brand.smsSender",
                    Text.of(SENDER, "must be 1 to 11 letters and digits, or a number such as +4915112345678"),
                    "Parley",
                    "Sender of SMS"),
            derived(
                    "brand.mailFromName",
                    Text.line(100),
                    (team, settings) -> settings.get("brand.name"),
                    "Name of the sender of mails; brand.name unless set"),
            key(
                    "brand.mailReplyTo",
                    new OrNone(Text.of(MAIL, "must be an email address, or none")),
                    null,
                    "Where answers go, or none"),
            key("brand.locale", LOCALE, "en", "Language where the customer's is not known"),
            key("brand.texts", texts(), Map.of(), "Own message texts: locale, kind, part"),
            key("borrowing.mayBorrow", new OnOff(), true, "This team's agents may borrow from teams that lend"),
            key("lending.to.mode", Choice.of("NONE", "ALL", "LIST"), "NONE", "Which teams may borrow from this one"),
            key(
                    "lending.to.teams",
                    new Each(new GrantType(), 0, 10_000),
                    List.of(),
                    "For LIST: the teams, where need be with an end"));

    private static final Map<String, SettingKey> BY_NAME = KEYS.stream()
            .collect(Collectors.toMap(SettingKey::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));

    private Catalogue() {}

    public static List<SettingKey> keys() {
        return KEYS;
    }

    /** The key of this name; null when there is none. */
    public static SettingKey key(String name) {
        return BY_NAME.get(name);
    }

    private static SettingKey key(String name, ValueType type, Object byDefault, String meaning) {
        return new SettingKey(name, type, (team, settings) -> byDefault, meaning);
    }

    private static SettingKey derived(String name, ValueType type, SettingKey.Default byDefault, String meaning) {
        return new SettingKey(name, type, byDefault, meaning);
    }

    private static ValueType timeOfDay() {
        return Text.of(TIME_OF_DAY, "must be a time of day, such as 21:00");
    }

    private static ValueType colour() {
        return Text.of("#[0-9a-f]{6}", "must be a colour such as #1f4f7a, in lower case");
    }

    private static ValueType sha256() {
        return Text.of("[0-9a-f]{64}", "must be what POST /api/logos answered, or none");
    }

    private static ValueType texts() {
        return new MessageTexts(
                LOCALE,
                MESSAGE_KIND,
                Map.of("subject", Text.line(200), "text", Text.lines(4_000), "sms", Text.lines(400)));
    }
}

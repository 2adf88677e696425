package io.parley.session.settings;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;

import io.parley.session.session.model.afterend.AccessMode;
import io.parley.session.session.model.entrance.Authentication;
import io.parley.session.session.model.invitation.Channel;

/** The effective settings of a snapshot, as far as sessions are concerned with them; durations may be "never". */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Settings(
        Channels channels,
        Invitation invitation,
        Link link,
        Session session,
        Customer customer,
        Room room,
        Brand brand,
        Retention retention) {

    public Settings {
        retention = retention == null ? Retention.BEFORE_IT_WAS_SET : retention;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Channels(
            boolean email,
            boolean sms,
            @JsonProperty("default") Channel first,
            String region,
            List<String> smsCountries) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Invitation(Mode mode, boolean contactRequired, Reminders reminders) {}

    /** @param zone where the customer's own is not known */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Reminders(
            boolean enabled, String firstAfter, String repeatEvery, int atMost, QuietHours quietHours, String zone) {}

    /** Hours and minutes, such as 21:00; none when both are equal. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record QuietHours(String from, String to) {}

    /** Who carries the link. */
    public enum Mode {
        AUTOMATIC,
        EXTERNAL
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Link(String lifetime) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Session(
            String endAfterInactivity,
            String renewableFor,
            AccessAfterEnd accessAfterEnd,
            boolean singleActive,
            ContactReuse contactReuse) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record AccessAfterEnd(AccessMode mode, String duration) {}

    /** What starting with a contact that has an open session does. */
    public enum ContactReuse {
        NEW,
        CONTINUE
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Customer(Entrance authentication, Devices devices, Consent consent) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Entrance(Authentication.Method method, int attempts, String lockTime, int locks) {}

    /** How many browsers may be in. */
    public enum Devices {
        ONE,
        MANY
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Consent(boolean required, String text) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Room(boolean chat, boolean attachments) {}

    /** From a session's end to when documents and chat, contact data, and the session itself may be deleted. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Retention(String documents, String contacts, String skeleton) {

        // What sessions promise whose snapshots are older than these settings.
        static final Retention BEFORE_IT_WAS_SET = new Retention("P90D", "P365D", "never");
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Brand(
            String name,
            Colours colours,
            String smsSender,
            String mailFromName,
            String mailReplyTo,
            String locale,
            JsonNode texts) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Colours(String primary, String accent) {}
}

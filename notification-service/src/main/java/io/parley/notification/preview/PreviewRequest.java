package io.parley.notification.preview;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.parley.notification.message.model.Brand;
import io.parley.notification.message.model.Channel;
import io.parley.notification.message.model.Kind;
import io.parley.notification.message.model.Request;

/** What a message is to be shown for; whatever is not said is made up. */
record PreviewRequest(
        @NotNull Kind kind,
        @NotNull Channel channel,
        @Size(max = 35) String locale,
        @Size(max = 200) String recipientName,
        @Size(max = 200) String agentName,
        @Size(max = 200) String teamName,
        @Size(max = 200) String customerName,
        @Size(max = 200) String reason,

        @Pattern(regexp = "https?://[\\x21-\\x7E]{1,300}", message = "must be a link")
        String link,

        @Valid Look brand) {

    /** The part of a team's brand that messages use. */
    record Look(
            @Size(max = 200) String name,

            @Pattern(regexp = "#[0-9A-Fa-f]{6}", message = "must be a colour such as #1f4f7a")
            String primaryColour,

            @Pattern(regexp = "#[0-9A-Fa-f]{6}", message = "must be a colour such as #1f4f7a")
            String accentColour,

            @Size(max = 20) String smsSender,
            @Size(max = 200) String mailFromName,
            @Size(max = 320) String mailReplyTo,
            Map<String, Object> texts) {}

    Request toRequest(Instant now) {
        var isCode = kind == Kind.OTP;
        return new Request(
                new UUID(0, 0),
                new UUID(0, 0),
                null,
                kind,
                channel,
                channel == Channel.EMAIL ? "anna@example.org" : "+4915112345678",
                or(recipientName, "Anna"),
                or(agentName, "Alice Arden"),
                or(teamName, "Sales"),
                locale,
                isCode ? null : or(link, "https://parley.example/j/0123456789abcdef.this-link-opens-nothing"),
                isCode ? "123456" : null,
                now,
                now,
                or(customerName, "Anna Ahlers"),
                or(reason, "gave-up"),
                look(),
                new UUID(0, 0),
                "preview");
    }

    private Brand look() {
        return brand == null
                ? null
                : new Brand(
                        brand.name(),
                        brand.primaryColour(),
                        brand.accentColour(),
                        brand.smsSender(),
                        brand.mailFromName(),
                        brand.mailReplyTo(),
                        brand.texts());
    }

    private static String or(String given, String otherwise) {
        return given == null ? otherwise : given;
    }
}

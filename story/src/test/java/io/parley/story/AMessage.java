package io.parley.story;

import java.util.List;
import java.util.regex.Pattern;

import io.parley.local.catcher.Message;
import io.parley.local.port.Port;
import io.parley.story.installation.Installation;

import static org.assertj.core.api.Assertions.assertThat;

/** A mail or a text, as it reached the one it was for. */
record AMessage(Message message) {

    private static final String GSM_7 = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** The link in it, which is one and whole. */
    String link() {
        var links =
                message.links().stream().filter(AMessage::isOfOurs).distinct().toList();
        assertThat(links).as("links in: " + message.text()).hasSize(1);
        Secrets.told(token(links.get(0)));
        return links.get(0);
    }

    /** Six digits that stand for themselves. */
    String code() {
        var found = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)").matcher(message.text());
        assertThat(found.find()).as("a code in: " + message.text()).isTrue();
        return Secrets.told(found.group());
    }

    /** The secret at the end of a link. */
    static String token(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }

    static boolean isOfOurs(String link) {
        return link.startsWith(Installation.http(Port.SESSION) + "/j/");
    }

    /** How a mail system tells two mails apart; for a text, which has no such thing, its own id. */
    String identity() {
        return message.messageId() == null ? message.id() : message.messageId();
    }

    List<String> charactersBeyondGsm7() {
        return message.text()
                .chars()
                .filter(c -> GSM_7.indexOf(c) < 0)
                .mapToObj(Character::toString)
                .toList();
    }

    String text() {
        return message.text();
    }

    String from() {
        return message.from();
    }

    String subject() {
        return message.subject();
    }
}

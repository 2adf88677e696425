package io.parley.notification.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HeaderTextTest {

    static final String ADDRESS = "no-reply@parley.example";

    @Test
    void aPlainNameIsQuoted() {
        assertThat(HeaderText.mailbox("Sales \"North\" \\ South", ADDRESS))
                .isEqualTo("\"Sales \\\"North\\\" \\\\ South\" <no-reply@parley.example>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: eve@example.org", "a\nb", "a\u0000b", "a\u2028b", "\u202eevil"})
    void nothingEndsTheHeader(String name) {
        assertThat(HeaderText.mailbox(name, ADDRESS)).doesNotContain("\r\n ", "\n", "\u0000", "\u2028", "\u202e");
    }

    @Test
    void otherLettersAreEncodedInWordsOfAllowedLength() {
        var name = "Müller & Söhne, Büro für Ausgefallenes und Längliches 王小明 😀";

        var mailbox = HeaderText.mailbox(name, ADDRESS);

        assertThat(mailbox.split(" "))
                .allSatisfy(word -> assertThat(word.length()).isLessThanOrEqualTo(75));
        assertThat(decoded(mailbox)).isEqualTo(name);
    }

    @Test
    void aLongSubjectIsFolded() {
        var subject = "Ein langer Betreff mit Umlauten: äöü ".repeat(10).strip();

        assertThat(HeaderText.subject(subject).split("\r\n "))
                .hasSizeGreaterThan(1)
                .allSatisfy(word -> assertThat(word).startsWith("=?UTF-8?B?").hasSizeLessThanOrEqualTo(75));
        assertThat(decoded(HeaderText.subject(subject))).isEqualTo(subject);
        assertThat(HeaderText.subject("Hello\r\nBcc: eve@example.org")).isEqualTo("Hello  Bcc: eve@example.org");
        assertThat(decoded(HeaderText.subject("\u2068Anna\u2069 \u05e9\u05dc\u05d5\u05dd")))
                .isEqualTo("\u2068Anna\u2069 \u05e9\u05dc\u05d5\u05dd");
        assertThat(HeaderText.subject(null)).isEmpty();
    }

    @Test
    void noNameIsJustTheAddress() {
        assertThat(HeaderText.mailbox(null, ADDRESS)).isEqualTo(ADDRESS);
        assertThat(HeaderText.mailbox(" \n ", ADDRESS)).isEqualTo(ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna@example.org", "a.b+c@münchen.example", "o'brien@sub.example.co.uk"})
    void addresses(String text) {
        assertThat(MailAddress.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anna",
                "@example.org",
                "anna@",
                "a b@example.org",
                "a@b@example.org",
                "a@example.org,b@example.org",
                "a@example.org\r\nRCPT TO:<b@example.org>",
                "<a@example.org>",
                "Anna <a@example.org>",
                "a@-example.org",
                "a@exa mple.org",
                "\"a b\"@example.org"
            })
    void noAddresses(String text) {
        assertThat(MailAddress.parse(text)).isEmpty();
    }

    private static String decoded(String mailbox) {
        var name = new StringBuilder();
        Pattern.compile("=\\?UTF-8\\?B\\?([^?]*)\\?=")
                .matcher(mailbox)
                .results()
                .forEach(word ->
                        name.append(new String(Base64.getDecoder().decode(word.group(1)), StandardCharsets.UTF_8)));
        return name.toString();
    }
}

package io.parley.notification.smtp;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One mail address that can stand in an envelope and in a header without ever being more than itself. */
public record MailAddress(String local, String domain) {

    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}");
    private static final Pattern DOMAIN = Pattern.compile(
            "(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");

    /** Empty for whatever is not such an address; a domain with other letters than ASCII's is taken in its ASCII form. */
    public static Optional<MailAddress> parse(String text) {
        if (text == null || text.indexOf('@') < 1) {
            return Optional.empty();
        }
        var at = text.lastIndexOf('@');
        var local = text.substring(0, at);
        return ascii(text.substring(at + 1))
                .filter(domain -> LOCAL.matcher(local).matches())
                .filter(domain -> DOMAIN.matcher(domain).matches())
                .map(domain -> new MailAddress(local, domain));
    }

    public String address() {
        return local + "@" + domain;
    }

    private static Optional<String> ascii(String domain) {
        try {
            return Optional.of(IDN.toASCII(domain).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

package io.parley.notification.gateway;

import java.util.Optional;
import java.util.regex.Pattern;

/** Who a text seems to come from: telephone networks show eleven plain characters. */
public final class SenderName {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z][A-Za-z0-9 ]{0,10}");

    private SenderName() {}

    public static Optional<String> of(String wanted) {
        return Optional.ofNullable(wanted).filter(name -> ALLOWED.matcher(name).matches());
    }
}

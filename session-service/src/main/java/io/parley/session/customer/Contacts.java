package io.parley.session.customer;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Pattern;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;

import io.parley.rest.problem.Problem;
import io.parley.session.session.model.Customer;
import io.parley.session.settings.Settings;

/** Reads contacts as people write them into the one form in which they are kept, and refuses what settings refuse. */
public final class Contacts {

    // Deliverable addresses only: what goes on after the @ must have a name that a mail exchanger could have.
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
                    + "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+");
    private static final String NOWHERE = "ZZ";
    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

    private Contacts() {}

    public static Customer read(CustomerInput input, Settings.Channels channels) {
        return new Customer(
                input.name().strip(),
                email(input.email(), channels),
                phone(input.phone(), channels),
                input.locale(),
                zone(input.zone()));
    }

    private static String email(String text, Settings.Channels channels) {
        if (text == null) {
            return null;
        }
        if (!channels.email()) {
            throw Problem.invalid("/customer/email", "invitations by email are off for this team");
        }
        var address = text.strip();
        if (!EMAIL.matcher(address).matches()) {
            throw Problem.invalid("/customer/email", "is not an email address");
        }
        return address.toLowerCase(Locale.ROOT);
    }

    private static String phone(String text, Settings.Channels channels) {
        if (text == null) {
            return null;
        }
        if (!channels.sms()) {
            throw Problem.invalid("/customer/phone", "invitations by SMS are off for this team");
        }
        try {
            var number = PHONES.parse(text, channels.region());
            if (!PHONES.isValidNumber(number)) {
                throw Problem.invalid("/customer/phone", "is not a telephone number");
            }
            requireAllowed(PHONES.getRegionCodeForNumber(number), channels);
            return PHONES.format(number, PhoneNumberUtil.PhoneNumberFormat.E164);
        } catch (NumberParseException e) {
            throw Problem.invalid("/customer/phone", "is not a telephone number");
        }
    }

    /**
     * What somebody typed to find a number, in E.164; null where it can't be one.
     *
     * @param region by which a national number is read; null for none
     */
    public static String phoneTyped(String text, String region) {
        try {
            var number = PHONES.parse(text, region);
            return PHONES.isValidNumber(number) ? PHONES.format(number, PhoneNumberUtil.PhoneNumberFormat.E164) : null;
        } catch (NumberParseException e) {
            return null;
        }
    }

    /**
     * Where a number is.
     *
     * @param number in E.164
     * @return a region such as DE; ZZ for a number that is nowhere
     */
    public static String country(String number) {
        try {
            var region = PHONES.getRegionCodeForNumber(PHONES.parse(number, null));
            return region == null ? NOWHERE : region;
        } catch (NumberParseException e) {
            return NOWHERE;
        }
    }

    private static void requireAllowed(String country, Settings.Channels channels) {
        boolean allowed = channels.smsCountries().isEmpty()
                ? channels.region().equals(country)
                : channels.smsCountries().contains(country);
        if (!allowed) {
            throw Problem.invalid("/customer/phone", "texts to this country are not allowed for this team");
        }
    }

    private static String zone(String text) {
        try {
            return text == null ? null : ZoneId.of(text).getId();
        } catch (DateTimeException e) {
            throw Problem.invalid("/customer/zone", "is not a time zone, such as Europe/Berlin");
        }
    }
}

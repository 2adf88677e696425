package io.parley.notification.limits;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;

/** Where a telephone number is. */
final class Region {

    static final String NOWHERE = "ZZ";

    private Region() {}

    /** A region such as DE; ZZ for what is no number. */
    static String of(String number) {
        try {
            var numbers = PhoneNumberUtil.getInstance();
            var region = numbers.getRegionCodeForNumber(numbers.parse(number, NOWHERE));
            return region == null ? NOWHERE : region;
        } catch (NumberParseException e) {
            return NOWHERE;
        }
    }
}

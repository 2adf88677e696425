package io.parley.teamsettings.resolution.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** JSON in the one form that RFC 8785 gives each value, so that equal contents have equal hashes. */
public final class CanonicalJson {

    private static final String HEX = "0123456789abcdef";

    private CanonicalJson() {}

    public static String of(Object value) {
        var text = new StringBuilder(1024);
        write(value, text);
        return text.toString();
    }

    private static void write(Object value, StringBuilder to) {
        if (value instanceof Map) {
            object((Map<?, ?>) value, to);
        } else if (value instanceof List) {
            array((List<?>) value, to);
        } else if (value instanceof Number) {
            to.append(number((Number) value));
        } else if (value == null || value instanceof Boolean) {
            to.append(value);
        } else {
            text(value.toString(), to);
        }
    }

    private static void object(Map<?, ?> object, StringBuilder to) {
        var sorted = new TreeMap<String, Object>();
        object.forEach((name, value) -> sorted.put((String) name, value));
        var separator = '{';
        for (var entry : sorted.entrySet()) {
            text(entry.getKey(), to.append(separator));
            write(entry.getValue(), to.append(':'));
            separator = ',';
        }
        to.append(sorted.isEmpty() ? "{}" : "}");
    }

    private static void array(List<?> array, StringBuilder to) {
        var separator = '[';
        for (var value : array) {
            write(value, to.append(separator));
            separator = ',';
        }
        to.append(array.isEmpty() ? "[]" : "]");
    }

    private static void text(String text, StringBuilder to) {
        to.append('"');
        for (int i = 0; i < text.length(); i++) {
            character(text.charAt(i), to);
        }
        to.append('"');
    }

    private static void character(char character, StringBuilder to) {
        var place = "\"\\\b\f\n\r\t".indexOf(character);
        if (place >= 0) {
            to.append('\\').append("\"\\bfnrt".charAt(place));
        } else if (character < 0x20) {
            to.append("\\u00").append(HEX.charAt(character >> 4)).append(HEX.charAt(character & 15));
        } else {
            to.append(character);
        }
    }

    /** As ECMAScript writes the nearest double; not by Double.toString, which is not the shortest before Java 19. */
    private static String number(Number number) {
        var value = new BigDecimal(number.toString()).doubleValue();
        if (value == 0) {
            return "0";
        }
        var shortest = shortest(Math.abs(value));
        var digits = shortest.unscaledValue().toString();
        return (value < 0 ? "-" : "") + notation(digits, digits.length() - shortest.scale());
    }

    private static BigDecimal shortest(double value) {
        var exact = new BigDecimal(value);
        for (int precision = 1; precision < 17; precision++) {
            var rounded = exact.round(new MathContext(precision));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(17)).stripTrailingZeros();
    }

    /** The digits with the point after so many of them. */
    private static String notation(String digits, int point) {
        if (point > 21 || point < -5) {
            var fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
            return digits.charAt(0) + fraction + "e" + (point > 0 ? "+" : "") + (point - 1);
        }
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        return point >= digits.length()
                ? digits + "0".repeat(point - digits.length())
                : digits.substring(0, point) + "." + digits.substring(point);
    }
}

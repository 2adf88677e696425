package io.parley.session.history;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The words of a name as they are kept and looked for: in small letters and without accents, so that whoever types
 * {@code mull} finds Müller.
 */
final class Words {

    /** More words of a name than these are not looked at. */
    static final int MOST = 8;

    private static final int LONGEST = 60;
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Words() {}

    static List<String> of(String text) {
        var decomposed = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        return Arrays.stream(BETWEEN.split(ACCENTS.matcher(decomposed).replaceAll("")))
                .filter(word -> !word.isEmpty())
                .map(Words::cut)
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static String cut(String word) {
        return word.codePoints()
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

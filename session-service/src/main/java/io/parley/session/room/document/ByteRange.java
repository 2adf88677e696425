package io.parley.session.room.document;

import java.util.Optional;
import java.util.regex.Pattern;

import io.parley.rest.problem.Problem;
import io.parley.session.problem.ProblemType;

/** Which bytes of a document are wanted (RFC 9110, section 14); both ends included. */
record ByteRange(long first, long last) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * Empty where the whole is to be answered: no range, several, or one that can't be read.
     *
     * @throws Problem where the document has none of the bytes
     */
    static Optional<ByteRange> of(String header, long size) {
        var match = ONE.matcher(header == null ? "" : header);
        if (!match.matches() || match.group(1).isEmpty() && match.group(2).isEmpty()) {
            return Optional.empty();
        }
        return match.group(1).isEmpty()
                ? Optional.of(suffix(Long.parseLong(match.group(2)), size))
                : between(match.group(1), match.group(2), size);
    }

    private static ByteRange suffix(long length, long size) {
        return require(new ByteRange(Math.max(0, size - length), size - 1), size);
    }

    private static Optional<ByteRange> between(String first, String last, long size) {
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last);
        return to < from ? Optional.empty() : Optional.of(require(new ByteRange(from, Math.min(to, size - 1)), size));
    }

    private static ByteRange require(ByteRange range, long size) {
        if (range.first >= size || range.last < range.first) {
            throw new Problem(ProblemType.RANGE_NOT_SATISFIABLE, "The document has " + size + " bytes.");
        }
        return range;
    }

    static ByteRange whole(long size) {
        return new ByteRange(0, size - 1);
    }

    long length() {
        return last - first + 1;
    }
}

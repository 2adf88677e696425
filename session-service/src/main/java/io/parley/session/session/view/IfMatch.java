package io.parley.session.session.view;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The versions that a caller would accept, from the header If-Match. */
public final class IfMatch {

    private final Set<String> tags;

    private IfMatch(Set<String> tags) {
        this.tags = tags;
    }

    /** Found by JAX-RS. */
    public static IfMatch valueOf(String header) {
        return new IfMatch(Arrays.stream(header.split(",")).map(String::trim).collect(Collectors.toSet()));
    }

    /** @throws Stale where the session has moved on */
    public void require(long version) {
        require(tag(version));
    }

    /** @throws Stale where another representation was named than the one with this tag */
    public void require(String tag) {
        if (!tags.contains("*") && !tags.contains(tag)) {
            throw new Stale();
        }
    }

    /** The entity tag of a version. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** Somebody else was faster. */
    public static final class Stale extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stale() {
            super("not the version that was named", null, false, false);
        }
    }
}

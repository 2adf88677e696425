package io.parley.rest.idempotency;

import java.util.Optional;

/** Who the keys of the current request belong to: the same key from somebody else is another key. */
public interface KeyOwner {

    /** Empty for a stranger, whose requests are done as if they had no key: nobody else could be kept from the answers. */
    Optional<String> current();
}

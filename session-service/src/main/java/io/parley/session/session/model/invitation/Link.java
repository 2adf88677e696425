package io.parley.session.session.model.invitation;

import java.util.UUID;

/**
 * A freshly made link, the only moment at which its secret is known.
 *
 * @param invitation the id of the invitation that it would open
 * @param url the secret URL
 * @param hash what is kept of it
 */
public record Link(UUID invitation, String url, String hash) {

    @Override
    public String toString() {
        return "Link[…]"; // a secret must not reach a log by accident
    }
}

package io.parley.session.session.model.content;

import java.util.UUID;

/**
 * A file of a session, as far as its life is concerned; never its name, which may be personal.
 *
 * @param size in bytes
 * @param contentType what it was found to be
 */
public record Document(UUID id, Uploader uploadedBy, long size, String contentType) {

    /** Whose upload it was. */
    public enum Uploader {
        AGENT,
        CUSTOMER
    }
}

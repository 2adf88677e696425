package io.parley.session.session.model.content;

import java.util.UUID;

/**
 * An asset of the snapshot that was put into a session.
 *
 * @param id in this session
 * @param asset the library's id
 * @param kind DOCUMENT, FORM, TEXT or LINK
 */
public record SessionAsset(UUID id, UUID asset, int version, String kind, String name) {}

package io.parley.teamsettings.asset;

/** What an asset is. */
enum AssetKind {
    DOCUMENT,
    FORM,
    TEXT,
    LINK
}

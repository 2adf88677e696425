package io.parley.local.database;

import java.nio.file.Path;

/** Where a database server keeps its unpacked binaries, its data and its log. */
public record DatabasePlace(Path binaries, Path data, Path log) {}

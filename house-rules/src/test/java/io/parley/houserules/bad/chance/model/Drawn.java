package io.parley.houserules.bad.chance.model;

import java.util.UUID;
import java.util.function.Supplier;

record Drawn(Supplier<UUID> ids) {
    static Drawn byReference() {
        return new Drawn(UUID::randomUUID);
    }
}

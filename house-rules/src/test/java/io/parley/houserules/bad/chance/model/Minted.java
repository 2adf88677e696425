package io.parley.houserules.bad.chance.model;

import java.util.UUID;

record Minted(UUID id) {
    static Minted anew() {
        return new Minted(UUID.randomUUID());
    }
}

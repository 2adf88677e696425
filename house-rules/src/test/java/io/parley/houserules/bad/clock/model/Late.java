package io.parley.houserules.bad.clock.model;

import java.time.Instant;

record Late(Instant due) {
    boolean isLate() {
        return Instant.now().isAfter(due);
    }
}

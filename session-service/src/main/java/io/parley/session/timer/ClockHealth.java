package io.parley.session.timer;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the database's clock is known. */
@Readiness
class ClockHealth implements HealthCheck {

    private final DatabaseClock clock;

    ClockHealth(DatabaseClock clock) {
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database-clock")
                .status(clock.isMeasured())
                .build();
    }
}

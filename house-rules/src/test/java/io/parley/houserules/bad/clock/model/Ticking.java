package io.parley.houserules.bad.clock.model;

import java.time.Clock;

record Ticking(Clock clock) {}

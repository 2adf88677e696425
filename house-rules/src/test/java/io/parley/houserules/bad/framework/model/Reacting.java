package io.parley.houserules.bad.framework.model;

import io.smallrye.mutiny.Uni;

record Reacting(Uni<String> later) {}

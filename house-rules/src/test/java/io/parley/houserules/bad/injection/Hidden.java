package io.parley.houserules.bad.injection;

import jakarta.inject.Inject;

class Hidden {
    @Inject
    Runnable work;
}

package io.parley.houserules.bad.feature.model;

import io.parley.houserules.bad.feature.Store;

record Knowing(Store store) {}

package io.parley.houserules.bad.feature;

public record Store(String name) {}

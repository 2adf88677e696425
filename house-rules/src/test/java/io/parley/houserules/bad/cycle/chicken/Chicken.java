package io.parley.houserules.bad.cycle.chicken;

import io.parley.houserules.bad.cycle.egg.Egg;

public record Chicken(Egg from) {}

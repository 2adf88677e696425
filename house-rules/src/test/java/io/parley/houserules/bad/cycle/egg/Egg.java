package io.parley.houserules.bad.cycle.egg;

import io.parley.houserules.bad.cycle.chicken.Chicken;

public record Egg(Chicken from) {}

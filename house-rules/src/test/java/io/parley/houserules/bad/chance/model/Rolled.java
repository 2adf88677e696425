package io.parley.houserules.bad.chance.model;

import java.util.Random;

record Rolled(Random dice) {}

package io.parley.teamsettings.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;

import io.parley.local.testing.RealParts;

/** Runs on a real PostgreSQL, a real Kafka and a real issuer. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "team_settings"))
public @interface WithRealParts {}

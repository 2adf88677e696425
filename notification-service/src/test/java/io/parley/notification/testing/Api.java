package io.parley.notification.testing;

import java.time.Duration;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

import io.parley.local.testing.Tokens;

/** The service's REST as its users call it. */
public final class Api {

    private Api() {}

    public static RequestSpecification asAdmin() {
        return as(Tokens.of("ada"));
    }

    public static RequestSpecification as(String token) {
        return RestAssured.given().auth().oauth2(token);
    }

    public static JsonPath notification(UUID id) {
        return asAdmin()
                .get("/api/notifications/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static String state(ARequest request) {
        var answer = asAdmin().get("/api/notifications/{id}", request.messageId());
        // By Jackson: REST Assured compiles each path that it is asked for, which takes longer than the request
        return answer.statusCode() == 200
                ? answer.as(JsonNode.class).get("state").textValue()
                : "UNKNOWN HERE";
    }

    public static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50));
    }
}

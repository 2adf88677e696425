package io.parley.teamsettings.api;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** What operators and generators look at. */
@QuarkusTest
@WithRealParts
class OperationsTest {

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready", "/health/started"})
    void healthIsOnTheManagementPort(String path) {
        management().get(path).then().statusCode(200).body("status", equalTo("UP"));
        RestAssured.get(path).then().statusCode(404);
    }

    @Test
    void metricsAreOnTheManagementPort() {
        management().get("/metrics").then().statusCode(200).body(containsString("jvm_memory_used_bytes"));
        RestAssured.get("/metrics").then().statusCode(404);
    }

    @Test
    void theOpenApiDocumentIsOfVersion31() {
        RestAssured.given()
                .accept("application/json")
                .get("/openapi")
                .then()
                .statusCode(200)
                .body("openapi", containsString("3.1"));
        RestAssured.get("/openapi").then().statusCode(200);
    }

    @Test
    void everyProblemIsExplainedAtItsAddress() {
        var types =
                RestAssured.get("/problems").then().statusCode(200).extract().<List<Map<String, Object>>>path("$");

        assertThat(types).isNotEmpty().allSatisfy(type -> {
            RestAssured.get("/problems/" + type.get("name")).then().statusCode(200);
            RestAssured.given()
                    .accept("text/html")
                    .get("/problems/" + type.get("name"))
                    .then()
                    .statusCode(200)
                    .contentType("text/html");
        });
    }

    private static RequestSpecification management() {
        var port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
        return RestAssured.given().port(port);
    }
}

package io.parley.chart;

import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.parley.chart.Manifests.containerOf;
import static io.parley.chart.Manifests.open;
import static io.parley.chart.Manifests.podOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What the checks of the other tests are worth: each spoilt object must be found out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MisspelledTest {

    private static final String SESSION = "parley-session-service";
    private static final String NOTIFICATION = "parley-notification-service";

    private final Manifests sound = Chart.render("full");

    /** One thing that is wrong. */
    interface Mistake {
        void in(Manifests manifests);
    }

    @Test
    void theSoundOneHasNoFault() {
        assertThat(Faults.of(sound.copy())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aMistakeIsFound(String expected, Mistake mistake) {
        var spoilt = sound.copy();

        mistake.in(spoilt);

        assertThat(Faults.of(spoilt)).anyMatch(fault -> fault.contains(expected));
    }

    Stream<Arguments> aMistakeIsFound() {
        return Stream.of(
                arguments(
                        "does not read PARLEY_PUBLIC_ULR",
                        mistake(m -> rename(config(m), "PARLEY_PUBLIC_URL", "PARLEY_PUBLIC_ULR"))),
                arguments(
                        "does not read QUARKUS_SHUTDOWN_DELAYS",
                        mistake(m -> rename(config(m), "QUARKUS_SHUTDOWN_DELAY", "QUARKUS_SHUTDOWN_DELAYS"))),
                arguments(
                        "does not read KAFKA_SASL_MECHANISMS",
                        mistake(m -> rename(config(m), "KAFKA_SASL_MECHANISM", "KAFKA_SASL_MECHANISMS"))),
                arguments("does not read QUARKUS_FLYWAY_ENABLED", mistake(m -> config(m)
                        .put("QUARKUS_HIBERNATE_ORM_BLOCKING", "true")
                        .put("QUARKUS_FLYWAY_ENABLED", "false"))),
                arguments("nobody says parley.secret", mistake(m -> variable(m, "PARLEY_SECRET")
                        .put("name", "PARLEY_SECRETS"))),
                arguments("does not read PARLEY_SECRETS", mistake(m -> variable(m, "PARLEY_SECRET")
                        .put("name", "PARLEY_SECRETS"))),
                arguments("does not read PARLEY_GATEWAYS_NAMED_BACKUP_PASSPHRASE", mistake(m -> config(m, NOTIFICATION)
                        .put("PARLEY_GATEWAYS_NAMED_BACKUP_PASSPHRASE", "x"))),
                arguments("its configuration cannot be made", mistake(m -> config(m)
                        .put("PARLEY_CLOCKS_BATCH", "many"))),
                arguments("its configuration cannot be made", mistake(m -> config(m, NOTIFICATION)
                        .put("PARLEY_MAIL_TLS", "PERHAPS"))),
                arguments("port http is 8080", mistake(m -> open(containerOf(deployment(m))
                                .at("/ports/0"))
                        .put("containerPort", 8088))),
                arguments("port management is 9000", mistake(m -> open(containerOf(deployment(m))
                                .at("/ports/1"))
                        .put("containerPort", 9090))),
                arguments("readinessProbe asks /health/redy", mistake(m -> probe(m, "readinessProbe")
                        .put("path", "/health/redy"))),
                arguments("livenessProbe asks /q/health/live", mistake(m -> probe(m, "livenessProbe")
                        .put("path", "/q/health/live"))),
                arguments("asks a port that is not there", mistake(m -> probe(m, "startupProbe")
                        .put("port", "managment"))),
                arguments("metrics are at /metrics", mistake(m -> open(m.the("ServiceMonitor", SESSION)
                                .at("/spec/endpoints/0"))
                        .put("path", "/q/metrics"))),
                arguments("does not consume as", mistake(m -> open(m.the("ScaledObject", NOTIFICATION)
                                .at("/spec/triggers/0/metadata"))
                        .put("topic", "parley.massages"))),
                arguments("is killed before it has stopped", mistake(m -> open(podOf(deployment(m)))
                        .put("terminationGracePeriodSeconds", 30))),
                arguments("selects no pod", mistake(m -> open(m.the("Service", SESSION)
                                .at("/spec/selector"))
                        .put("app.kubernetes.io/name", "session"))),
                arguments("changes with the version", mistake(m -> open(deployment(m)
                                .at("/spec/selector/matchLabels"))
                        .put("app.kubernetes.io/version", "1.2.3"))),
                arguments("which is not there", mistake(m -> open(m.the("HTTPRoute", SESSION)
                                .at("/spec/rules/0/backendRefs/0"))
                        .put("port", 8081))),
                arguments(
                        "leads to two services",
                        mistake(m -> open(m.the("HTTPRoute", SESSION).at("/spec"))
                                        .set(
                                                "hostnames",
                                                m.the("HTTPRoute", NOTIFICATION)
                                                        .at("/spec/hostnames")
                                                        .deepCopy()))
                                .and(m -> open(m.the("HTTPRoute", SESSION).at("/spec/rules/0/matches/0/path"))
                                        .put("value", "/callbacks"))),
                arguments("may run as root", mistake(m -> open(podOf(deployment(m))
                                .at("/securityContext"))
                        .put("runAsNonRoot", false))),
                arguments("no seccomp profile", mistake(m -> open(podOf(m.the("Job", SESSION + "-migration"))
                                .at("/securityContext"))
                        .remove("seccompProfile"))),
                arguments("volume of type hostPath", mistake(m -> open(podOf(deployment(m))
                                .at("/volumes/0"))
                        .putObject("hostPath")
                        .put("path", "/"))),
                arguments("fabric8 model", mistake(m -> open(containerOf(deployment(m)))
                        .put("imagePullPolcy", "Always"))),
                arguments("official model", mistake(m -> open(containerOf(deployment(m)))
                        .put("imagePullPolcy", "Always"))),
                arguments("fabric8 model", mistake(m -> open(m.the("ServiceMonitor", SESSION)
                                .at("/spec/endpoints/0"))
                        .put("pth", "/metrics"))),
                arguments("pollingIntervall", mistake(m -> open(m.the("ScaledObject", SESSION)
                                .at("/spec"))
                        .put("pollingIntervall", 5))));
    }

    /** A mistake that can be made together with another one. */
    interface Both extends Mistake {
        default Both and(Mistake other) {
            return manifests -> {
                in(manifests);
                other.in(manifests);
            };
        }
    }

    private static Both mistake(Both mistake) {
        return mistake;
    }

    private static JsonNode deployment(Manifests manifests) {
        return manifests.the("Deployment", SESSION);
    }

    private static ObjectNode config(Manifests manifests) {
        return config(manifests, SESSION);
    }

    private static ObjectNode config(Manifests manifests, String service) {
        return open(manifests.the("ConfigMap", service).path("data"));
    }

    private static ObjectNode probe(Manifests manifests, String probe) {
        return open(containerOf(deployment(manifests)).at("/" + probe + "/httpGet"));
    }

    private static ObjectNode variable(Manifests manifests, String name) {
        for (var variable : containerOf(deployment(manifests)).path("env")) {
            if (variable.path("name").asText().equals(name)) {
                return open(variable);
            }
        }
        throw new AssertionError("no variable " + name);
    }

    private static void rename(ObjectNode object, String from, String to) {
        object.set(to, object.remove(from));
    }
}

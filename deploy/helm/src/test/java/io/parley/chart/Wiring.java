package io.parley.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** Faults in how objects refer to each other: selectors, names of ports, Secrets, accounts, routes. */
final class Wiring {

    private static final Set<String> UNSTABLE = Set.of("app.kubernetes.io/version", "helm.sh/chart");

    private final Manifests manifests;
    private final List<String> faults = new ArrayList<>();

    private Wiring(Manifests manifests) {
        this.manifests = manifests;
    }

    static List<String> faults(Manifests manifests) {
        var wiring = new Wiring(manifests);
        manifests.all("Deployment").forEach(wiring::deployment);
        manifests.all("Service").forEach(wiring::service);
        for (var kind : List.of("PodDisruptionBudget", "ServiceMonitor")) {
            manifests.all(kind).forEach(object -> wiring.selects(object, object.at("/spec/selector/matchLabels")));
        }
        manifests.all("NetworkPolicy").forEach(wiring::networkPolicy);
        manifests.all("Ingress").forEach(wiring::ingress);
        manifests.all("HTTPRoute").forEach(wiring::httpRoute);
        manifests.all("ServiceMonitor").forEach(wiring::serviceMonitor);
        manifests.all("HorizontalPodAutoscaler").forEach(wiring::scales);
        manifests.all("ScaledObject").forEach(wiring::scales);
        wiring.noPathTwice();
        return wiring.faults;
    }

    private void deployment(JsonNode deployment) {
        selects(deployment, deployment.at("/spec/selector/matchLabels"));
        deployment.at("/spec/selector/matchLabels").fieldNames().forEachRemaining(label -> {
            if (UNSTABLE.contains(label)) {
                fault(deployment, "selects by " + label + ", which changes with the version");
            }
        });
        var pod = Manifests.podOf(deployment);
        exists(deployment, "ServiceAccount", pod.path("serviceAccountName").asText());
        var container = Manifests.containerOf(deployment);
        container
                .path("envFrom")
                .forEach(from -> exists(
                        deployment, "ConfigMap", from.at("/configMapRef/name").asText()));
        var ports = names(container.path("ports"));
        for (var probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
            if (!ports.contains(container.at("/" + probe + "/httpGet/port").asText())) {
                fault(deployment, probe + " asks a port that is not there");
            }
        }
        var volumes = names(pod.path("volumes"));
        container.path("volumeMounts").forEach(mount -> {
            if (!volumes.contains(mount.path("name").asText())) {
                fault(deployment, "mounts " + mount.path("name") + ", which is not there");
            }
        });
        if (container.path("image").asText().matches(".*:(latest)?")) {
            fault(deployment, "its image has no version");
        }
    }

    private void service(JsonNode service) {
        selects(service, service.at("/spec/selector"));
        manifests
                .all("Deployment")
                .filter(deployment -> selected(deployment, service.at("/spec/selector")))
                .forEach(deployment -> {
                    var ports = names(Manifests.containerOf(deployment).path("ports"));
                    service.at("/spec/ports").forEach(port -> {
                        if (!ports.contains(port.path("targetPort").asText())) {
                            fault(service, "leads to the port " + port.path("targetPort") + ", which is not there");
                        }
                    });
                });
    }

    private void networkPolicy(JsonNode policy) {
        selects(policy, policy.at("/spec/podSelector/matchLabels"));
        if (!policy.at("/spec/policyTypes").toString().equals("[\"Ingress\",\"Egress\"]")) {
            fault(policy, "does not deny both directions");
        }
        for (var way : List.of("/spec/ingress", "/spec/egress")) {
            policy.at(way).forEach(rule -> {
                if (rule.path("ports").isEmpty()
                        || (rule.path("from").isEmpty() && rule.path("to").isEmpty())) {
                    fault(policy, "has a rule for everybody or every port");
                }
            });
        }
    }

    private void ingress(JsonNode ingress) {
        ingress.at("/spec/rules/0/http/paths")
                .forEach(path -> leadsTo(
                        ingress,
                        path.at("/backend/service/name").asText(),
                        path.at("/backend/service/port/name").asText()));
    }

    private void httpRoute(JsonNode route) {
        route.at("/spec/rules").forEach(rule -> rule.path("backendRefs")
                .forEach(backend -> leadsTo(
                        route,
                        backend.path("name").asText(),
                        backend.path("port").asText())));
    }

    private void serviceMonitor(JsonNode monitor) {
        monitor.at("/spec/endpoints")
                .forEach(endpoint -> leadsTo(
                        monitor,
                        Manifests.nameOf(monitor),
                        endpoint.path("port").asText()));
    }

    private void scales(JsonNode scaler) {
        var deployment = scaler.at("/spec/scaleTargetRef/name").asText();
        exists(scaler, "Deployment", deployment);
        if (manifests
                .all("Deployment")
                .anyMatch(one -> Manifests.nameOf(one).equals(deployment)
                        && one.path("spec").has("replicas"))) {
            fault(scaler, "each upgrade would set the number of replicas back");
        }
    }

    private void noPathTwice() {
        var seen = new ArrayList<String>();
        Routes.of(manifests).forEach(route -> {
            if (seen.contains(route.host() + route.path())) {
                faults.add(route.host() + route.path() + " leads to two services");
            }
            seen.add(route.host() + route.path());
        });
    }

    private void leadsTo(JsonNode from, String service, String port) {
        var found = manifests
                .all("Service")
                .filter(one -> Manifests.nameOf(one).equals(service))
                .toList();
        if (found.isEmpty()
                || StreamSupport.stream(found.get(0).at("/spec/ports").spliterator(), false)
                        .noneMatch(one -> one.path("name").asText().equals(port)
                                || one.path("port").asText().equals(port))) {
            fault(from, "leads to " + service + ":" + port + ", which is not there");
        }
    }

    private void selects(JsonNode from, JsonNode labels) {
        if (labels.isEmpty() || manifests.workloads().noneMatch(workload -> selected(workload, labels))) {
            fault(from, "selects no pod");
        }
    }

    private static boolean selected(JsonNode workload, JsonNode labels) {
        var own = workload.at("/spec/template/metadata/labels");
        return labels.properties().stream().allMatch(label -> label.getValue().equals(own.path(label.getKey())));
    }

    private void exists(JsonNode from, String kind, String name) {
        if (manifests.all(kind).noneMatch(object -> Manifests.nameOf(object).equals(name))) {
            fault(from, "needs " + kind + " " + name + ", which is not there");
        }
    }

    private static List<String> names(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.path("name").asText())
                .toList();
    }

    private void fault(JsonNode object, String fault) {
        faults.add(Manifests.title(object) + ": " + fault);
    }
}

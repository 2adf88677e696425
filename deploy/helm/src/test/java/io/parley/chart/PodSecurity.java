package io.parley.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** Faults against the Pod Security Standard "restricted", and against what this chart promises beyond it. */
final class PodSecurity {

    private static final Set<String> VOLUMES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");

    private PodSecurity() {}

    static List<String> faults(Manifests manifests) {
        var faults = new ArrayList<String>();
        manifests.workloads().forEach(workload -> {
            var found = new ArrayList<String>();
            pod(Manifests.podOf(workload), found);
            found.forEach(fault -> faults.add(Manifests.title(workload) + ": " + fault));
        });
        return faults;
    }

    private static void pod(JsonNode pod, List<String> faults) {
        must(pod.at("/securityContext/runAsNonRoot").asBoolean(false), "may run as root", faults);
        must(pod.at("/securityContext/runAsUser").asInt(1) != 0, "runs as root", faults);
        must(
                Set.of("RuntimeDefault", "Localhost")
                        .contains(pod.at("/securityContext/seccompProfile/type").asText()),
                "no seccomp profile",
                faults);
        must(pod.path("automountServiceAccountToken").asText().equals("false"), "mounts a token", faults);
        must(pod.path("enableServiceLinks").asText().equals("false"), "has variables of other Services", faults);
        for (var name : List.of("hostNetwork", "hostPID", "hostIPC")) {
            must(!pod.path(name).asBoolean(false), name, faults);
        }
        pod.path("volumes").forEach(volume -> volume.fieldNames()
                .forEachRemaining(field ->
                        must(field.equals("name") || VOLUMES.contains(field), "volume of type " + field, faults)));
        for (var containers : List.of("containers", "initContainers", "ephemeralContainers")) {
            pod.path(containers).forEach(container -> container(container, faults));
        }
    }

    private static void container(JsonNode container, List<String> faults) {
        var context = container.path("securityContext");
        must(!context.path("privileged").asBoolean(false), "is privileged", faults);
        must(!context.path("allowPrivilegeEscalation").asBoolean(true), "may gain privileges", faults);
        must(context.path("readOnlyRootFilesystem").asBoolean(false), "can write its own files", faults);
        must(context.path("runAsUser").asInt(1) != 0, "runs as root", faults);
        must(context.at("/capabilities/drop").toString().contains("\"ALL\""), "keeps capabilities", faults);
        must(
                context.at("/capabilities/add").isMissingNode()
                        || context.at("/capabilities/add").isEmpty(),
                "adds capabilities",
                faults);
        container.path("ports").forEach(port -> must(!port.has("hostPort"), "has a port of the node", faults));
        must(container.at("/resources/requests/memory").isTextual(), "asks for no memory", faults);
        must(container.at("/resources/requests/cpu").isTextual(), "asks for no CPU", faults);
        must(container.at("/resources/limits/memory").isTextual(), "has no limit of memory", faults);
    }

    private static void must(boolean holds, String otherwise, List<String> faults) {
        if (!holds) {
            faults.add(otherwise);
        }
    }
}

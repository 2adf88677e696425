package io.parley.teamsettings.workflow;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import io.parley.rest.problem.Problem;
import io.parley.teamsettings.problem.ProblemType;

/** The assets that the steps of a workflow show; a step may only show what there is, and what fits its kind. */
@ApplicationScoped
class StepAssets {

    private record Known(UUID id, String kind, boolean isPublished) {

        static Known of(Object[] row) {
            return new Known((UUID) row[0], (String) row[1], ((Number) row[2]).intValue() > 0);
        }
    }

    Uni<Void> requireFitting(List<StepBody> steps) {
        return known(steps).invoke(known -> requireFitting(steps, known)).replaceWithVoid();
    }

    Uni<Void> requirePublished(List<StepBody> steps) {
        return known(steps).invoke(known -> requirePublished(steps, known)).replaceWithVoid();
    }

    private static Uni<Map<UUID, Known>> known(List<StepBody> steps) {
        var ids = steps.stream()
                .map(StepBody::asset)
                .filter(asset -> asset != null)
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select id, kind, published from asset where id in (?1)", Object[].class)
                        .setParameter(1, ids)
                        .getResultList())
                .map(rows -> rows.stream().map(Known::of).collect(Collectors.toMap(Known::id, Function.identity())));
    }

    private static void requireFitting(List<StepBody> steps, Map<UUID, Known> known) {
        for (int place = 0; place < steps.size(); place++) {
            var asset = steps.get(place).asset();
            if (asset != null && !fits(steps.get(place).kind(), known.get(asset))) {
                throw Problem.invalid("/steps/" + place + "/asset", "is no asset that such a step can show");
            }
        }
    }

    private static boolean fits(StepBody.Kind kind, Known asset) {
        return asset != null && (kind == StepBody.Kind.FORM) == asset.kind().equals("FORM");
    }

    private static void requirePublished(List<StepBody> steps, Map<UUID, Known> known) {
        for (var step : steps) {
            if (step.asset() != null
                    && !(known.containsKey(step.asset())
                            && known.get(step.asset()).isPublished())) {
                throw new Problem(
                        ProblemType.NOTHING_TO_PUBLISH, "The asset of the step " + step.id() + " is not published");
            }
        }
    }
}

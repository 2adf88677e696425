package io.parley.chart;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Everything that is wrong with rendered objects. */
final class Faults {

    static final List<PackagedService> SERVICES =
            PackagedService.NAMES.stream().map(PackagedService::of).toList();

    private Faults() {}

    static List<String> of(Manifests manifests) {
        return Stream.<Function<Manifests, List<String>>>of(
                        Models::faults,
                        PodSecurity::faults,
                        Wiring::faults,
                        rendered -> Reading.faults(rendered, SERVICES))
                .flatMap(check -> check.apply(manifests).stream())
                .toList();
    }
}

package io.parley.rest.openapi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ParametersInOrderTest {

    @Test
    void howeverTheyWereFoundTheyStandAlike() {
        var names = Stream.of(1, 2, 3, 4, 5).map(seed -> inOrder(new Random(seed)));

        assertThat(names.distinct()).containsExactly(List.of("id", "limit", "state", "Idempotency-Key", "If-Match"));
    }

    private static List<String> inOrder(Random chance) {
        var found = new ArrayList<>(List.of(
                parameter("limit", In.QUERY),
                parameter("If-Match", In.HEADER),
                parameter("id", In.PATH),
                parameter("Idempotency-Key", In.HEADER),
                parameter("state", In.QUERY)));
        Collections.shuffle(found, chance);
        var operation = OASFactory.createOperation().parameters(found);
        var paths = OASFactory.createPaths()
                .addPathItem("/", OASFactory.createPathItem().GET(operation));

        new ParametersInOrder().filterOpenAPI(OASFactory.createOpenAPI().paths(paths));

        return operation.getParameters().stream().map(Parameter::getName).toList();
    }

    private static Parameter parameter(String name, In in) {
        return OASFactory.createParameter().name(name).in(in);
    }
}

package io.parley.rest.openapi;

import java.util.Comparator;
import java.util.List;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

/**
 * Makes the OpenAPI documents of two builds of the same sources the same: the scanner finds parameters in the order of a
 * hash. Those of the path come first; it comes after all filters that add some.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = Integer.MIN_VALUE)
public class ParametersInOrder implements OASFilter {

    private static final List<Parameter.In> PLACES =
            List.of(Parameter.In.PATH, Parameter.In.QUERY, Parameter.In.HEADER, Parameter.In.COOKIE);

    private static final Comparator<Parameter> ORDER = comparing(
                    (Parameter parameter) -> PLACES.indexOf(parameter.getIn()))
            .thenComparing(Parameter::getName, nullsFirst(naturalOrder()))
            .thenComparing(Parameter::getRef, nullsFirst(naturalOrder()));

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return;
        }
        document.getPaths().getPathItems().values().forEach(path -> {
            path.setParameters(inOrder(path.getParameters()));
            path.getOperations()
                    .values()
                    .forEach(operation -> operation.setParameters(inOrder(operation.getParameters())));
        });
    }

    private static List<Parameter> inOrder(List<Parameter> parameters) {
        return parameters == null ? null : parameters.stream().sorted(ORDER).toList();
    }
}

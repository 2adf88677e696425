package io.parley.session.rehearsal;

import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.Path;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Tells in the OpenAPI document which commands can be rehearsed: those whose resource is {@link Rehearsable}. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class RehearsalsInOpenApi implements OASFilter {

    private static final String NAME = "dryRun";

    private final Set<String> rehearsable;

    public RehearsalsInOpenApi(IndexView index) {
        this.rehearsable = index.getAnnotations(Rehearsable.class).stream()
                .filter(found -> found.target().kind() == AnnotationTarget.Kind.CLASS)
                .flatMap(found -> commands(found.target().asClass()))
                .collect(Collectors.toSet());
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths().getPathItems().forEach((path, item) -> {
            item.getOperations().forEach((method, operation) -> {
                if (rehearsable.contains(method.name() + " " + path)) {
                    describe(operation);
                }
            });
        });
    }

    private static Stream<String> commands(ClassInfo resource) {
        return resource.methods().stream().flatMap(method -> RehearsedRequests.COMMANDS.stream()
                .filter(method::hasAnnotation)
                .map(verb -> verb.getSimpleName() + " " + path(resource) + path(method)));
    }

    private static String path(ClassInfo resource) {
        return resource.declaredAnnotation(Path.class).value().asString();
    }

    private static String path(MethodInfo method) {
        var path = method.annotation(Path.class);
        return path == null ? "" : path.value().asString();
    }

    private static void describe(Operation command) {
        if (command.getParameters() != null) {
            command.setParameters(command.getParameters().stream()
                    .filter(parameter -> !NAME.equals(parameter.getName()))
                    .collect(Collectors.toCollection(ArrayList::new)));
        }
        command.addParameter(OASFactory.createParameter()
                .name(NAME)
                .in(Parameter.In.QUERY)
                .description("true: nothing is done, and the answer is what would be: the session, its events, its"
                        + " messages and its timers")
                .schema(OASFactory.createSchema().addType(SchemaType.BOOLEAN)));
    }
}

package io.parley.rest.problem;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.enterprise.inject.spi.CDI;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Puts the service's problems into its OpenAPI document: each endpoint gets those that its method can earn, with all
 * types of each status, so that none has to be repeated at each endpoint, and none is forgotten.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class ProblemsInOpenApi implements OASFilter {

    private static final String SCHEMA = "Problem";

    /** What only changes can earn, or only those that name a version, or only those with keys; or only reads. */
    private static final Set<Integer> OF_CHANGES = Set.of(413, 422, 428);

    private static final Set<Integer> OF_VERSIONS = Set.of(428);
    private static final Set<Integer> OF_KEYS = Set.of(422);
    private static final Set<Integer> OF_READS = Set.of(416);

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var kinds = new TreeMap<Integer, List<ProblemKind>>();
        CDI.current()
                .select(ProblemCatalogue.class)
                .get()
                .kinds()
                .forEach(kind -> kinds.merge(kind.status(), List.of(kind), ProblemsInOpenApi::both));
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents().addSchema(SCHEMA, problem());
        document.getPaths().getPathItems().values().forEach(path -> path.getOperations()
                .forEach((method, operation) -> describe(method, operation, kinds)));
    }

    private static List<ProblemKind> both(List<ProblemKind> some, List<ProblemKind> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static void describe(HttpMethod method, Operation operation, Map<Integer, List<ProblemKind>> kinds) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        kinds.forEach((status, those) -> {
            if (canEarn(method, status)) {
                describe(operation, Integer.toString(status), those);
            }
        });
    }

    private static boolean canEarn(HttpMethod method, int status) {
        boolean reads = method == HttpMethod.GET || method == HttpMethod.HEAD;
        boolean replaces = method == HttpMethod.PUT || method == HttpMethod.PATCH;
        return !(reads && OF_CHANGES.contains(status))
                && !(!reads && OF_READS.contains(status))
                && !(!replaces && OF_VERSIONS.contains(status))
                && !(method != HttpMethod.POST && OF_KEYS.contains(status));
    }

    /** What an endpoint says itself of a status stays. */
    private static void describe(Operation operation, String status, List<ProblemKind> kinds) {
        var response = operation.getResponses().getAPIResponse(status);
        if (response == null) {
            var names = String.join(
                    ", ",
                    kinds.stream().map(kind -> "`" + kind.typeName() + "`").toList());
            response = OASFactory.createAPIResponse().description(names);
            operation.getResponses().addAPIResponse(status, response);
        }
        if (response.getContent() == null) {
            response.setContent(content(kinds));
        }
    }

    private static Content content(List<ProblemKind> kinds) {
        var media =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref(SCHEMA));
        kinds.forEach(kind -> media.addExample(kind.typeName(), example(kind)));
        return OASFactory.createContent().addMediaType(ProblemView.MEDIA_TYPE, media);
    }

    private static Example example(ProblemKind kind) {
        return OASFactory.createExample()
                .summary(kind.title())
                .value(Map.of(
                        "type", "/problems/" + kind.typeName(),
                        "title", kind.title(),
                        "status", kind.status(),
                        "detail", kind.explanation()));
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("Why a request was refused (RFC 9457); some types have members of their own.")
                .addProperty("type", text("/problems/ and one of the names that GET /problems lists"))
                .addProperty("title", text("the same for every problem of a type"))
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text("what can be done about it"))
                .addProperty("instance", text("the path that was asked for, but for secrets in it"))
                .addProperty("errors", errors())
                .required(List.of("type", "title", "status"));
    }

    private static Schema errors() {
        var error = OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .addProperty("pointer", text("the place in the request, as a JSON pointer"))
                .addProperty("detail", text("what is expected there"));
        return OASFactory.createSchema().addType(SchemaType.ARRAY).items(error);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}

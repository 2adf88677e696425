package io.parley.rest.idempotency;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Tells in the OpenAPI document that each POST takes a key. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class KeyInOpenApi implements OASFilter {

    static final String HEADER = "Idempotency-Key";

    /** An operation with this extension has a rule of its own for what comes twice, which the extension tells. */
    public static final String EXEMPT = "x-no-idempotency-key";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() != null && document.getPaths().getPathItems() != null) {
            document.getPaths().getPathItems().values().stream()
                    .map(path -> path.getPOST())
                    .filter(post -> post != null && !isExempt(post))
                    .forEach(KeyInOpenApi::tell);
        }
    }

    private static boolean isExempt(Operation post) {
        return post.getExtensions() != null && post.getExtensions().containsKey(EXEMPT);
    }

    private static void tell(Operation post) {
        if (post.getParameters() == null
                || post.getParameters().stream().noneMatch(parameter -> HEADER.equals(parameter.getName()))) {
            post.addParameter(key());
        }
    }

    private static Parameter key() {
        return OASFactory.createParameter()
                .name(HEADER)
                .in(Parameter.In.HEADER)
                .required(false)
                .description(
                        "The same request under the same key is done once, and answered alike for 24 hours, with the"
                                + " header Idempotency-Replayed.")
                .example("7f1c9a4e-6b0d-4b7e-9d57-0f2f6f0f6f3b")
                .schema(OASFactory.createSchema()
                        .addType(SchemaType.STRING)
                        .minLength(1)
                        .maxLength(255));
    }
}

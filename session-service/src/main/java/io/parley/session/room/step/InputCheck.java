package io.parley.session.room.step;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;

import io.parley.rest.problem.InvalidField;
import io.parley.rest.problem.Problem;
import io.parley.session.room.document.Documents;
import io.parley.session.room.step.CompleteStep.Doing;
import io.parley.session.session.model.Session;
import io.parley.session.session.model.content.WorkflowStep;
import io.parley.session.settings.LibraryAsset;
import io.parley.session.settings.Snapshots;

/** Judges what a customer put into a step by what the step asks for. */
@ApplicationScoped
class InputCheck {

    private static final int MOST_CHARACTERS = 64 * 1024;

    private final Snapshots snapshots;
    private final Documents documents;

    InputCheck(Snapshots snapshots, Documents documents) {
        this.snapshots = snapshots;
        this.documents = documents;
    }

    /** @throws Problem (in the Uni) naming each place that is not as it should be */
    Uni<Void> accept(Session session, Doing doing) {
        var step =
                session.content().workflow(doing.workflow()).step(doing.step()).orElseThrow();
        var input = doing.input();
        if (input != null && input.toString().length() > MOST_CHARACTERS) {
            return judged(wrong("/input", "is too long"));
        }
        switch (step.kind()) {
            case "ACKNOWLEDGE":
                return judged(input == null ? List.of() : wrong("/input", "must be absent: this step takes none"));
            case "SIGN":
                return judged(signature(input));
            case "UPLOAD":
                return upload(session.id(), doing);
            default:
                return form(session, step, doing);
        }
    }

    private static List<InvalidField> signature(JsonNode input) {
        if (input == null || !input.path("name").isTextual() || input.size() != 1) {
            return wrong("/input", "must have name, and nothing else");
        }
        var name = input.get("name").asText();
        boolean fits = !name.isBlank() && name.length() <= 200 && name.chars().noneMatch(Character::isISOControl);
        return fits ? List.of() : wrong("/input/name", "must be the full name, of at most 200 characters");
    }

    private Uni<Void> upload(UUID session, Doing doing) {
        var document = documentId(doing.input());
        return document == null
                ? judged(wrong("/input", "must have document, the id of an uploaded one, and nothing else"))
                : documents
                        .isOfStep(session, document, doing.workflow(), doing.step())
                        .map(isOne -> isOne
                                ? List.<InvalidField>of()
                                : wrong("/input/document", "must be a document that was uploaded for this step"))
                        .chain(InputCheck::judged);
    }

    private static UUID documentId(JsonNode input) {
        try {
            return input == null || input.size() != 1
                    ? null
                    : UUID.fromString(input.path("document").asText());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private Uni<Void> form(Session session, WorkflowStep step, Doing doing) {
        if (doing.input() == null || !doing.input().isObject()) {
            return judged(wrong("/input", "must be an object, with the fields of the form"));
        }
        if (step.asset() == null) {
            return judged(List.of());
        }
        return snapshots
                .pinned(session.origin().settings().hash())
                .map(snapshot -> snapshot.asset(UUID.fromString(step.asset())).map(LibraryAsset::schema))
                .map(schema -> schema.map(s -> FormCheck.errors(s, doing.input(), doing.language()))
                        .orElse(List.of()))
                .chain(InputCheck::judged);
    }

    private static List<InvalidField> wrong(String pointer, String detail) {
        return List.of(new InvalidField(pointer, detail));
    }

    private static Uni<Void> judged(List<InvalidField> errors) {
        return errors.isEmpty() ? Uni.createFrom().voidItem() : Uni.createFrom().failure(Problem.invalid(errors));
    }
}

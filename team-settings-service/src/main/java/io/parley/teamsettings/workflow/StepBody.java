package io.parley.teamsettings.workflow;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.parley.rest.problem.Problem;

/** One step of a workflow: read and acknowledge an asset, upload a document, fill a form, sign. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StepBody(
        @Pattern(regexp = "[A-Za-z0-9_-]{1,64}", message = "must be 1 to 64 letters, digits, - and _")
        String id,

        @NotNull
        @Pattern(regexp = "(?=.{1,200}$)\\S(\\P{Cntrl}*\\S)?", message = "must be one line of 1 to 200 characters")
        String name,

        @NotNull Kind kind,
        UUID asset) {

    enum Kind {
        ACKNOWLEDGE,
        UPLOAD,
        FORM,
        SIGN
    }

    StepBody at(int place) {
        requireAsset(place);
        return id == null ? new StepBody("step-" + (place + 1), name, kind, asset) : this;
    }

    private void requireAsset(int place) {
        if (asset == null && (kind == Kind.ACKNOWLEDGE || kind == Kind.FORM)) {
            throw Problem.invalid("/steps/" + place + "/asset", "must be given for the kind " + kind);
        }
        if (asset != null && kind == Kind.UPLOAD) {
            throw Problem.invalid("/steps/" + place + "/asset", "is not for the kind " + kind);
        }
    }
}

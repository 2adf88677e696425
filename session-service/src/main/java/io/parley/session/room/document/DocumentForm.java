package io.parley.session.room.document;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** A document as it is sent, with the step that it is for where it is for one. */
public class DocumentForm {

    @RestForm
    @NotNull
    FileUpload file;

    /** Nobody may think that a file is kept which is not. */
    @RestForm(FileUpload.ALL)
    @Size(max = 1, message = "one file at a time, in a part of that name")
    @Schema(hidden = true)
    List<FileUpload> files;

    @RestForm
    UUID workflow;

    @RestForm
    @Size(max = 100)
    String step;
}

package io.parley.session.room.document;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** A document as it is sent, with the step that it is for where it is for one. */
public class DocumentForm {

    @RestForm
    @NotNull
    FileUpload file;

    @RestForm
    UUID workflow;

    @RestForm
    @Size(max = 100)
    String step;
}

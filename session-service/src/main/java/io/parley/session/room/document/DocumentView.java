package io.parley.session.room.document;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.parley.session.session.model.content.Document.Uploader;

/**
 * A document as agents and customers see it.
 *
 * @param size in bytes
 * @param workflow of the step that it was uploaded for; absent for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DocumentView(
        UUID id,
        String name,
        String contentType,
        long size,
        String sha256,
        Uploader uploadedBy,
        UUID workflow,
        String step,
        Instant at) {

    /** All of a session, in the order in which they came. */
    record Items(List<DocumentView> items) {
        static Items of(List<DocumentRow> rows) {
            return new Items(rows.stream().map(DocumentView::of).toList());
        }
    }

    static DocumentView of(DocumentRow row) {
        return new DocumentView(
                row.id,
                row.name,
                row.contentType,
                row.size,
                row.sha256,
                row.uploadedBy,
                row.workflowId,
                row.step,
                row.at);
    }
}

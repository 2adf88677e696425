package io.parley.session.room.document;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import io.parley.session.session.model.content.Document;

/** What is known of a document; its bytes are in pieces beside it. */
@Entity
@Table(name = "document")
@IdClass(DocumentRow.Key.class)
public class DocumentRow {

    @Id
    @Column(name = "session_id")
    UUID sessionId;

    @Id
    UUID id;

    String name;

    @Column(name = "content_type")
    String contentType;

    long size;
    String sha256;

    @Enumerated(EnumType.STRING)
    @Column(name = "uploaded_by")
    Document.Uploader uploadedBy;

    @Column(name = "workflow_id")
    UUID workflowId;

    String step;
    Instant at;

    DocumentRow() {}

    DocumentRow(UUID sessionId, Document document, Upload upload, Instant at) {
        this.sessionId = sessionId;
        this.id = document.id();
        this.name = upload.name();
        this.contentType = document.contentType();
        this.size = document.size();
        this.sha256 = upload.sha256();
        this.uploadedBy = document.uploadedBy();
        this.workflowId = upload.workflow();
        this.step = upload.step();
        this.at = at;
    }

    /** A document of a session. */
    public static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        UUID sessionId;
        UUID id;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.sessionId.equals(sessionId) && key.id.equals(id);
        }

        @Override
        public int hashCode() {
            return Objects.hash(sessionId, id);
        }
    }
}

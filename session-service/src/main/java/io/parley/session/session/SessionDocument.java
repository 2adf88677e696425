package io.parley.session.session;

import java.io.UncheckedIOException;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import io.parley.session.session.model.Session;
import io.parley.session.session.model.SessionState;
import io.parley.session.session.model.content.WorkflowState;
import io.parley.session.session.model.journal.Journal;

/**
 * A session as JSON in its row. What the model names is what is stored: a stored example in the tests guards the
 * names, so that a renaming can't make old sessions unreadable unnoticed.
 */
public final class SessionDocument {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            // A newer version of the service may have written more; two run side by side in an upgrade.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .addMixIn(SessionState.class, StateNames.class)
            .addMixIn(WorkflowState.class, WorkflowStateNames.class)
            .addMixIn(Session.class, WithoutJournal.class)
            .build();
    private static final ObjectReader READER = JSON.readerFor(Session.class);
    private static final ObjectWriter WRITER = JSON.writerFor(Session.class);

    private SessionDocument() {}

    public static String write(Session session) {
        try {
            return WRITER.writeValueAsString(session);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Session read(SessionRow row) {
        return read(row.id, row.document, Journal.read(row.version, row.sequence, row.isUpdated()));
    }

    /** The session as it is read from the row that has just taken it over. */
    static Session stored(Session session, SessionRow row) {
        return session.with(Journal.read(row.version, row.sequence, row.isUpdated()));
    }

    /** A session of what its row holds. */
    public static Session read(UUID id, String document, Journal journal) {
        try {
            return READER.<Session>readValue(document).with(journal);
        } catch (JsonProcessingException e) {
            // The document holds personal data: only where it broke may be told.
            throw new IllegalStateException("session " + id + " is stored in a form that nobody can read: "
                    + e.getClass().getSimpleName());
        }
    }

    @JsonIgnoreProperties("journal")
    private interface WithoutJournal {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = SessionState.Planned.class, name = "PLANNED"),
        @JsonSubTypes.Type(value = SessionState.Invited.class, name = "INVITED"),
        @JsonSubTypes.Type(value = SessionState.Active.class, name = "ACTIVE"),
        @JsonSubTypes.Type(value = SessionState.Ended.class, name = "ENDED")
    })
    private interface StateNames {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = WorkflowState.Waiting.class, name = "WAITING"),
        @JsonSubTypes.Type(value = WorkflowState.Running.class, name = "RUNNING"),
        @JsonSubTypes.Type(value = WorkflowState.Stopped.class, name = "STOPPED"),
        @JsonSubTypes.Type(value = WorkflowState.Expired.class, name = "EXPIRED"),
        @JsonSubTypes.Type(value = WorkflowState.Completed.class, name = "COMPLETED")
    })
    private interface WorkflowStateNames {}
}

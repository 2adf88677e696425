package io.parley.teamsettings.rest;

import java.io.IOException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.parley.rest.problem.Problem;
import io.parley.teamsettings.problem.ProblemType;
import io.parley.teamsettings.rest.model.MergePatch;

/** Reads merge patches, which the framework does not take for JSON. */
@ApplicationScoped
public class MergePatchBody {

    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final ObjectMapper json;
    private final Validator validator;

    MergePatchBody(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** The body as a valid object of this type. */
    public <T> T read(byte[] body, Class<T> type) {
        var object = parse(body, type);
        var violations = validator.validate(object);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return object;
    }

    /** The body as whatever JSON it is. */
    public Object read(byte[] body) {
        return parse(body, Object.class);
    }

    /** What a merge patch makes of an object, as a valid object of this type. */
    public <T> T merge(Object target, byte[] patch, Class<T> type) {
        var merged = MergePatch.apply(target, read(patch));
        try {
            return read(json.writeValueAsBytes(merged), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read from JSON is JSON", e);
        }
    }

    private <T> T parse(byte[] body, Class<T> type) {
        try {
            var object = json.readValue(body == null ? new byte[0] : body, type);
            if (object != null) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new UnreadableBody(e);
        } catch (IOException e) {
            // Not from an array of bytes.
            throw new IllegalStateException(e);
        }
        throw new Problem(ProblemType.UNREADABLE_REQUEST, null);
    }
}

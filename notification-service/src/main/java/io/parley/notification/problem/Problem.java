package io.parley.notification.problem;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/** RFC 9457: what every refusal looks like. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, String instance, List<Fault> errors) {

    /**
     * One thing that is wrong with the request.
     *
     * @param pointer JSON pointer into the body, or the name of a parameter after a slash
     */
    public record Fault(String pointer, String detail) {}
}

package io.parley.session.room.step;

import java.io.IOException;
import java.util.Locale;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import io.parley.rest.problem.InvalidField;

import static org.assertj.core.api.Assertions.assertThat;

class FormCheckTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aRightFormHasNoErrors() throws IOException {
        assertThat(pointers("{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"number\"}}}", "{\"a\":1}"))
                .isEmpty();
    }

    @Test
    void errorsPointIntoTheInput() throws IOException {
        var schema = "{\"type\":\"object\",\"required\":[\"a/b\"],\"properties\":{\"who\":{\"type\":\"object\","
                + "\"required\":[\"name\"],\"properties\":{\"born\":{\"type\":\"string\",\"format\":\"date\"}}}}}";

        assertThat(pointers(schema, "{\"who\":{\"born\":\"yesterday\"}}"))
                .containsExactlyInAnyOrder("/input/a~1b", "/input/who/name", "/input/who/born");
    }

    @Test
    void theySpeakTheCustomersLanguage() throws IOException {
        var schema = JSON.readTree("{\"type\":\"object\",\"required\":[\"a\"]}");

        assertThat(FormCheck.errors(schema, JSON.readTree("{}"), Locale.GERMAN)
                        .get(0)
                        .detail())
                .isNotEqualTo(FormCheck.errors(schema, JSON.readTree("{}"), Locale.ENGLISH)
                        .get(0)
                        .detail());
    }

    @Test
    void nothingIsFetched() throws IOException {
        var schema = "{\"$id\":\"http://127.0.0.1:1/x\",\"$schema\":\"http://127.0.0.1:1/y\",\"type\":\"object\","
                + "\"properties\":{\"a\":{\"$ref\":\"http://127.0.0.1:1/z\"}}}";

        assertThat(pointers(schema, "{\"a\":1}")).containsExactly("/input");
    }

    private static java.util.List<String> pointers(String schema, String input) throws IOException {
        return FormCheck.errors(JSON.readTree(schema), JSON.readTree(input), Locale.ENGLISH).stream()
                .map(InvalidField::pointer)
                .toList();
    }
}

package io.parley.operate.http;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** A JSON value, read as leniently as answers have to be: what is missing is empty, what is unknown is passed over. */
public record Json(Object value) {

    private static final JsonFactory FACTORY = new JsonFactory();

    static Json parse(byte[] bytes) {
        try (var parser = FACTORY.createParser(bytes)) {
            parser.nextToken();
            return new Json(read(parser));
        } catch (IOException e) {
            throw Failure.unreachable("The answer is no JSON; is the address that of a service of Parley?");
        }
    }

    /** An object of texts and truths. */
    static String write(Map<String, ?> fields) {
        var text = new StringWriter();
        try (var json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            for (var field : fields.entrySet()) {
                json.writeFieldName(field.getKey());
                if (field.getValue() instanceof Boolean truth) {
                    json.writeBoolean(truth);
                } else {
                    json.writeString(field.getValue().toString());
                }
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Of an object; of anything else it is empty. */
    public Json at(String name) {
        return new Json(value instanceof Map<?, ?> fields ? fields.get(name) : null);
    }

    public List<Json> items() {
        return value instanceof List<?> list ? list.stream().map(Json::new).toList() : List.of();
    }

    public Map<String, Json> fields() {
        var fields = new LinkedHashMap<String, Json>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, field) -> fields.put(name.toString(), new Json(field)));
        }
        return fields;
    }

    public boolean isEmpty() {
        return value == null;
    }

    public String text() {
        return value == null ? "" : value.toString();
    }

    public long number() {
        return value == null ? 0 : Long.parseLong(text());
    }

    private static Object read(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            var fields = new LinkedHashMap<String, Object>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                parser.nextToken();
                fields.put(name, read(parser));
            }
            return fields;
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            var items = new ArrayList<Object>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(read(parser));
            }
            return items;
        }
        return parser.currentToken() == JsonToken.VALUE_NULL ? null : parser.getText();
    }
}

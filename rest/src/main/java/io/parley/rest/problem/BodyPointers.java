package io.parley.rest.problem;

import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

/** Finds the place in a body that a failure speaks of. */
final class BodyPointers {

    private BodyPointers() {}

    static InvalidField of(JsonMappingException failure) {
        var pointer = failure.getPath().stream()
                .map(reference -> reference.getFieldName() == null
                        ? String.valueOf(reference.getIndex())
                        : reference.getFieldName())
                .map(name -> "/" + name.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
        return new InvalidField(
                pointer,
                failure instanceof UnrecognizedPropertyException ? "is no known field" : "is not of the right kind");
    }

    static InvalidField of(ConstraintViolation<?> violation) {
        var pointer = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .filter(node ->
                        node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.CONTAINER_ELEMENT)
                .map(BodyPointers::segment)
                .collect(Collectors.joining());
        return new InvalidField(pointer, violation.getMessage());
    }

    private static String segment(Path.Node node) {
        var index = node.getIndex() == null ? "" : "/" + node.getIndex();
        return node.getKind() == ElementKind.PROPERTY ? index + "/" + node.getName() : index;
    }
}

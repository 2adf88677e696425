package io.parley.rest.problem;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;

/** Finds what of a query no endpoint could read; the framework says so much, but not where. */
final class QueryParameters {

    private record Parameter(String name, Class<?> type) {

        Parameter(AnnotatedElement element, Type type) {
            this(element.getAnnotation(QueryParam.class).value(), kind(type));
        }
    }

    private QueryParameters() {}

    /** @return those of the query that are not of the kind that the method takes */
    static List<InvalidField> unreadable(Method method, MultivaluedMap<String, String> query) {
        return parameters(method)
                .filter(parameter -> query.getOrDefault(parameter.name(), List.of()).stream()
                        .anyMatch(value -> !isReadable(parameter.type(), value)))
                .map(parameter -> new InvalidField("/" + parameter.name(), "is not of the right kind"))
                .toList();
    }

    private static Stream<Parameter> parameters(Method method) {
        var own = Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(QueryParam.class))
                .map(parameter -> new Parameter(parameter, parameter.getParameterizedType()));
        var ofBeans = Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(BeanParam.class))
                .flatMap(parameter -> Arrays.stream(parameter.getType().getDeclaredFields()))
                .filter(field -> field.isAnnotationPresent(QueryParam.class))
                .map(field -> new Parameter(field, field.getGenericType()));
        return Stream.concat(own, ofBeans);
    }

    /** Of a list, that of what is in it. */
    private static Class<?> kind(Type type) {
        if (type instanceof ParameterizedType) {
            return kind(((ParameterizedType) type).getActualTypeArguments()[0]);
        }
        return type instanceof Class ? (Class<?>) type : String.class;
    }

    private static boolean isReadable(Class<?> type, String value) {
        if (type == int.class || type == Integer.class) {
            return reads(Integer.class, "valueOf", String.class, value);
        }
        if (type == long.class || type == Long.class) {
            return reads(Long.class, "valueOf", String.class, value);
        }
        return reads(type, "fromString", String.class, value)
                && reads(type, "parse", CharSequence.class, value)
                && (!type.isEnum() || reads(type, "valueOf", String.class, value));
    }

    /** A type that has no such method reads it in another way. */
    private static boolean reads(Class<?> type, String by, Class<?> from, String value) {
        try {
            type.getMethod(by, from).invoke(null, value);
            return true;
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return true;
        } catch (InvocationTargetException e) {
            return false;
        }
    }
}

package io.parley.rest.problem;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

/** Which methods each address takes; the framework says 405 without saying which. */
@ApplicationScoped
class Endpoints {

    private record Endpoint(Pattern path, String method) {}

    private final List<Endpoint> all = new ArrayList<>();

    Endpoints(BeanManager beans) {
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .flatMap(Endpoints::endpoint)
                .forEach(all::add);
    }

    Set<String> methods(String path) {
        var address = path.replaceAll("/+", "/");
        var methods = new TreeSet<String>();
        all.stream()
                .filter(endpoint -> endpoint.path().matcher(address).matches())
                .forEach(endpoint -> methods.add(endpoint.method()));
        return methods;
    }

    private static Stream<Endpoint> endpoint(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(verb -> new Endpoint(pattern(method), verb.value()));
    }

    private static Pattern pattern(Method method) {
        var above = method.getDeclaringClass().getAnnotation(Path.class).value();
        var below = Optional.ofNullable(method.getAnnotation(Path.class))
                .map(Path::value)
                .orElse("");
        return Pattern.compile(("/" + above + "/" + below)
                .replaceAll("/+", "/")
                .replaceAll("(?<=.)/$", "")
                .replaceAll("\\{[^}]+}", "[^/]+"));
    }
}

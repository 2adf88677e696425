package io.parley.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.smallrye.config.ConfigMapping;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A service as Maven packaged it: its classes, its properties, its libraries. */
record PackagedService(String name, Properties properties, List<Class<?>> classes, Path folder) {

    static final List<String> NAMES = List.of("session-service", "notification-service", "team-settings-service");

    static PackagedService of(String name) {
        var module = Repository.ROOT.resolve(name);
        var app = module.resolve("target/quarkus-app");
        if (!Files.exists(app.resolve("quarkus-run.jar"))) {
            throw new AssertionError(name + " is not packaged; build it before: ./mvnw package -pl " + name + " -am");
        }
        var classes = module.resolve("target/classes");
        return new PackagedService(name, properties(classes), classes(classes, app), app);
    }

    Path jar() {
        return folder.resolve("quarkus-run.jar");
    }

    /** What its libraries describe of their configuration. */
    List<Path> libraries() {
        return jars(folder.resolve("lib/main"));
    }

    String property(String key) {
        return properties.getProperty(key);
    }

    Stream<Class<?>> configMappings() {
        return classes.stream().filter(type -> type.isAnnotationPresent(ConfigMapping.class));
    }

    /** Names of the properties that are injected one by one. */
    Set<String> injectedProperties() {
        return classes.stream()
                .flatMap(PackagedService::members)
                .map(member -> member.getAnnotation(ConfigProperty.class))
                .filter(property -> property != null)
                .map(ConfigProperty::name)
                .collect(Collectors.toSet());
    }

    /** Roots of the paths that its resources answer, as {@code /api/sessions}. */
    Set<String> paths() {
        return classes.stream()
                .filter(type -> !type.isInterface())
                .flatMap(type -> Arrays.stream(type.getAnnotations()))
                .filter(annotation -> annotation.annotationType().getName().equals("jakarta.ws.rs.Path"))
                .map(annotation -> annotation.toString().replaceAll("^.*\\(\"|\"\\)$", ""))
                .map(path -> path.startsWith("/") ? path : "/" + path)
                .collect(Collectors.toSet());
    }

    private static Stream<AnnotatedElement> members(Class<?> type) {
        try {
            var executables = Stream.concat(
                    Arrays.stream(type.getDeclaredConstructors()), Arrays.stream(type.getDeclaredMethods()));
            var parameters = executables.map(Executable::getParameters).flatMap(Arrays::stream);
            return Stream.concat(parameters, Arrays.stream(type.getDeclaredFields()));
        } catch (LinkageError optional) {
            return Stream.empty();
        }
    }

    private static Properties properties(Path classes) {
        try (var in = Files.newInputStream(classes.resolve("application.properties"))) {
            var properties = new Properties();
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Class<?>> classes(Path classes, Path app) {
        var loader = loader(classes, app);
        try (var files = Files.walk(classes)) {
            var found = new ArrayList<Class<?>>();
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".class")).toList()) {
                var name = classes.relativize(file).toString().replace('/', '.').replaceFirst("\\.class$", "");
                found.add(Class.forName(name, false, loader));
            }
            return found;
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URLClassLoader loader(Path classes, Path app) {
        var places = new ArrayList<Path>();
        places.add(classes);
        places.addAll(jars(app.resolve("lib/main")));
        places.addAll(jars(app.resolve("lib/boot")));
        return new URLClassLoader(
                places.stream().map(PackagedService::url).toArray(URL[]::new), PackagedService.class.getClassLoader());
    }

    private static List<Path> jars(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.parley.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

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
        return injections().map(PackagedService::nameOf).collect(Collectors.toSet());
    }

    /** Of those, the ones without which it does not start. */
    Set<String> requiredProperties() {
        return injections()
                .filter(member -> member.getAnnotation(ConfigProperty.class)
                        .defaultValue()
                        .equals(ConfigProperty.UNCONFIGURED_VALUE))
                .filter(member -> !typeOf(member).equals(Optional.class))
                .map(PackagedService::nameOf)
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

    private Stream<AnnotatedElement> injections() {
        return classes.stream()
                .flatMap(PackagedService::members)
                .filter(member -> member.isAnnotationPresent(ConfigProperty.class));
    }

    private static String nameOf(AnnotatedElement member) {
        return member.getAnnotation(ConfigProperty.class).name();
    }

    private static Class<?> typeOf(AnnotatedElement member) {
        return member instanceof Parameter parameter ? parameter.getType() : ((Field) member).getType();
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

    /** The service's own classes, and those of the modules of ours that it has as libraries. */
    private static List<Class<?>> classes(Path classes, Path app) {
        var loader = loader(classes, app);
        var found = new ArrayList<Class<?>>();
        try (var files = Files.walk(classes)) {
            files.map(file -> classes.relativize(file).toString()).forEach(file -> load(file, loader, found));
            for (var jar : jars(app.resolve("lib/main"))) {
                if (jar.getFileName().toString().startsWith("io.parley.")) {
                    try (var entries = new JarFile(jar.toFile())) {
                        entries.stream().map(ZipEntry::getName).forEach(file -> load(file, loader, found));
                    }
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void load(String file, ClassLoader loader, List<Class<?>> found) {
        if (file.endsWith(".class")) {
            try {
                found.add(Class.forName(file.replace('/', '.').replaceFirst("\\.class$", ""), false, loader));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
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

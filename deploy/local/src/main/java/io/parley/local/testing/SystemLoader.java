package io.parley.local.testing;

import java.util.Map;

/**
 * Starts the parts in the JVM's own class loader: Quarkus loads test resources once per application and closes that
 * loader with it, which would start everything again and take the classes from under the broker's threads.
 */
final class SystemLoader {

    private SystemLoader() {}

    @SuppressWarnings("unchecked")
    static Map<String, String> startParts() {
        try {
            return (Map<String, String>) parts().getMethod("start").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the parts did not start", e.getCause() == null ? e : e.getCause());
        }
    }

    private static Class<?> parts() throws ClassNotFoundException {
        String name = TestParts.class.getName();
        try {
            return Class.forName(name, true, ClassLoader.getSystemClassLoader());
        } catch (ClassNotFoundException notOnTheJvmsClassPath) {
            return Class.forName(name);
        }
    }
}

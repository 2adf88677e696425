package io.parley.local;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

import io.parley.local.service.ServiceJar;

/** What the command line asks for. */
record Options(Path root, Path data, int portOffset, boolean demo, Set<ServiceJar> services, boolean help) {

    static final String HELP = """
            Usage: deploy/local/up [options]

            Starts PostgreSQL, Kafka, an OIDC issuer, a catcher for mails and texts, and the three services.
            Ctrl-C stops all of it; the data stays.

              --data DIR         where data and logs live (default: deploy/local/data, or PARLEY_DATA)
              --port-offset N    adds N to every port, for a second installation beside the first
              --no-demo          starts without teams, members and library for the demo users
              --without SERVICE  leaves a service out, to run it by other means; may be given several times
              --root DIR         the repository whose services are started
              --help             prints this
            """;

    private static final int LARGEST_OFFSET = 50_000;

    static Options parse(String[] arguments, Map<String, String> environment, Path repository) {
        var options = new Options(repository, null, 0, true, EnumSet.allOf(ServiceJar.class), false);
        Queue<String> rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            options = options.with(rest.remove(), rest);
        }
        return options.withData(options.data() != null ? options.data() : defaultData(options, environment));
    }

    private Options with(String option, Queue<String> rest) {
        return switch (option) {
            case "--data" -> withData(Path.of(value(option, rest)));
            case "--root" -> new Options(Path.of(value(option, rest)), data, portOffset, demo, services, help);
            case "--port-offset" -> new Options(root, data, offset(value(option, rest)), demo, services, help);
            case "--no-demo" -> new Options(root, data, portOffset, false, services, help);
            case "--without" -> new Options(root, data, portOffset, demo, without(value(option, rest)), help);
            case "--help", "-h" -> new Options(root, data, portOffset, demo, services, true);
            default -> throw new IllegalArgumentException("unknown option " + option);
        };
    }

    private Options withData(Path folder) {
        return new Options(root, folder.toAbsolutePath().normalize(), portOffset, demo, services, help);
    }

    private Set<ServiceJar> without(String name) {
        var rest = EnumSet.copyOf(services);
        if (!rest.removeIf(service -> service.title().equals(name))) {
            throw new IllegalArgumentException("there is no service " + name);
        }
        return rest;
    }

    private static Path defaultData(Options options, Map<String, String> environment) {
        String named = environment.getOrDefault("PARLEY_DATA", "");
        return named.isBlank() ? options.root().resolve("deploy/local/data") : Path.of(named);
    }

    private static String value(String option, Queue<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.remove();
    }

    private static int offset(String text) {
        try {
            int offset = Integer.parseInt(text);
            if (offset >= 0 && offset <= LARGEST_OFFSET) {
                return offset;
            }
        } catch (NumberFormatException notANumber) {
            // Answered like a number out of range.
        }
        throw new IllegalArgumentException("--port-offset is a number from 0 to " + LARGEST_OFFSET);
    }
}

package io.parley.local.service;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs a service as a JVM of its own, its output in a log file. */
record ServiceCommand(
        String name, Path jar, List<String> flags, Map<String, String> environment, Path log, ProcessFiles files) {

    static final List<String> SMALL = List.of("-Xms32m", "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    /** Ctrl-C reaches the whole terminal; a service is to hear of it from the launcher, when it is its turn. */
    private static final List<String> DEAF_TO_CTRL_C = List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "parley");

    Process start() {
        var command = new ArrayList<String>();
        if (File.separatorChar == '/') {
            command.addAll(DEAF_TO_CTRL_C);
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.add(files.mark());
        command.add("-jar");
        command.add(jar.toString());
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        // The C library keeps a heap per core for its threads otherwise: 30 MB of a service.
        builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            files.remember(name, process.pid());
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

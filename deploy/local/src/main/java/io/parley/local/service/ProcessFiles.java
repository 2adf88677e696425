package io.parley.local.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The process ids of what this installation runs, a file each, so that the next start finds what a kill left over. */
public record ProcessFiles(Path folder) {

    private static final String SUFFIX = ".pid";

    /** On the command line of each of our JVMs: by it a process is known for ours. */
    String mark() {
        return "-Dparley.processes=" + folder;
    }

    void remember(String name, long pid) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + SUFFIX), Long.toString(pid));
    }

    void forget(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name + SUFFIX));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that still run, of this run or of an earlier one. */
    public List<Left> left() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .flatMap(file -> left(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Left> left(Path file) {
        try {
            String name = file.getFileName().toString().replace(SUFFIX, "");
            return ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                    .filter(this::isOurs)
                    .map(process -> new Left(name, process));
        } catch (IOException | NumberFormatException torn) {
            return Optional.empty();
        }
    }

    /** A process id is used again some day: only a process with our mark is ours. */
    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains(mark()))
                .isPresent();
    }

    /** A process that runs, and what it is. */
    public record Left(String name, ProcessHandle process) {}
}

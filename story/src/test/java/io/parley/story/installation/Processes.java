package io.parley.story.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.parley.local.service.ProcessFiles;
import io.parley.local.service.ServiceJar;

/** Every process that the installation has ever started, known by the data folder on its command line, or as a child of one that is. */
final class Processes {

    private final Path data;
    private final ProcessFiles files;
    private final Set<ProcessHandle> seen = ConcurrentHashMap.newKeySet();

    Processes(Path data) {
        this.data = data;
        this.files = new ProcessFiles(data.resolve("processes"));
    }

    ProcessHandle of(ServiceJar service) {
        return files.left().stream()
                .filter(left -> left.name().equals(service.title()))
                .map(ProcessFiles.Left::process)
                .findFirst()
                .orElseThrow(() -> new AssertionError(service.title() + " does not run"));
    }

    /** The first line of this file of PostgreSQL's is its process. */
    Optional<ProcessHandle> database() {
        try (Stream<String> lines = Files.lines(data.resolve("postgres/postmaster.pid"))) {
            return lines.findFirst().map(String::strip).map(Long::valueOf).flatMap(ProcessHandle::of);
        } catch (IOException | NumberFormatException notYetOrTorn) {
            return Optional.empty();
        }
    }

    boolean isAnother(ServiceJar service, ProcessHandle than) {
        return files.left().stream()
                .anyMatch(left ->
                        left.name().equals(service.title()) && !left.process().equals(than));
    }

    void remember() {
        ProcessHandle.allProcesses().filter(this::isOurs).forEach(process -> {
            seen.add(process);
            process.descendants().forEach(seen::add);
        });
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains(data.toString()))
                .isPresent();
    }

    List<ProcessHandle> left() {
        return seen.stream().filter(Processes::runs).toList();
    }

    /** One that has ended, and whose parent has not asked how, has no command any more. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }
}

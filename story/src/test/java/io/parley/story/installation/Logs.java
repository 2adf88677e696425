package io.parley.story.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Everything that the installation has logged. */
public final class Logs {

    private static final int TOLD = 25;
    private static final Pattern FAILURE = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d)[ T](\\d\\d:\\d\\d:\\d\\d)\\S*\\s+(?:UTC \\[\\d+] )?(ERROR|SEVERE|FATAL|PANIC)\\b.*");

    private final Place place;
    private final Kills kills;

    Logs(Place place, Kills kills) {
        this.place = place;
        this.kills = kills;
    }

    /** Each line of each log, with the name of its file before it. */
    public List<String> lines() {
        return files().stream()
                .flatMap(file -> lines(file).stream().map(line -> file.getFileName() + ": " + line))
                .toList();
    }

    /** What was logged as an error while nothing was killed. */
    public List<String> unexplainedErrors() {
        return files().stream()
                .flatMap(file ->
                        lines(file).stream().filter(this::isUnexplained).map(line -> file.getFileName() + ": " + line))
                .toList();
    }

    private boolean isUnexplained(String line) {
        var failure = FAILURE.matcher(line);
        return failure.matches()
                && !kills.explain(LocalDateTime.parse(failure.group(1) + "T" + failure.group(2))
                        .atZone(line.contains(" UTC [") ? ZoneOffset.UTC : ZoneId.systemDefault())
                        .toInstant());
    }

    String tails() {
        var tails = new StringBuilder("the logs end with");
        for (Path file : files()) {
            var lines = lines(file);
            tails.append("\n--- ").append(file.getFileName());
            lines.subList(Math.max(0, lines.size() - TOLD), lines.size())
                    .forEach(line -> tails.append('\n').append(line));
        }
        return tails.toString();
    }

    private List<Path> files() {
        try (Stream<Path> logs = Files.list(place.logs())) {
            return Stream.concat(
                            Stream.of(place.output()),
                            logs.filter(file -> !file.toString().endsWith(".lck"))
                                    .sorted())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.parley.operate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/** Every command that a page for operators shows is one that there is, and every one that there is has its words. */
class DocumentedCommandsTest {

    private static final Path PAGES = Path.of("../docs/operating");
    /** At the start of a line of a block, or in one of code within a sentence, after what starts it in a pod. */
    private static final Pattern COMMAND = Pattern.compile("(?m)(?:^|`|java @)operate ([a-z][^`\\n#|;]*)");

    static List<String> shown() throws IOException {
        try (Stream<Path> pages = Files.walk(PAGES)) {
            return pages.filter(page -> page.toString().endsWith(".md"))
                    .sorted()
                    .flatMap(DocumentedCommandsTest::commands)
                    .distinct()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("shown")
    void aShownCommandIsUnderstood(String command) {
        var arguments = new ArrayList<>(List.of(command.strip().split("\\s+")));
        if (arguments.size() == 1) {
            // A sentence that names a command says nothing of what it needs.
            arguments.add("--help");
        }

        var parsed = Operate.commandLine(Map.of()).parseArgs(arguments.toArray(String[]::new));

        assertThat(parsed.errors()).isEmpty();
    }

    @Test
    void thePageShowsEachCommand() throws IOException {
        var page = Files.readString(PAGES.resolve("operate.md"));

        assertThat(leaves("operate", Operate.commandLine(Map.of())))
                .allSatisfy(name -> assertThat(page).contains(name));
    }

    @Test
    void thePageNamesEachVariable() throws IOException {
        var page = Files.readString(PAGES.resolve("operate.md"));
        var help = Operate.commandLine(Map.of()).getUsageMessage();

        assertThat(Pattern.compile("PARLEY_[A-Z_]+").matcher(help).results().map(found -> found.group()))
                .hasSize(10)
                .allSatisfy(name -> assertThat(page).contains(name));
    }

    private static Stream<String> leaves(String name, CommandLine command) {
        return command.getSubcommands().isEmpty()
                ? Stream.of(name)
                : command.getSubcommands().entrySet().stream()
                        .flatMap(sub -> leaves(name + " " + sub.getKey(), sub.getValue()));
    }

    private static Stream<String> commands(Path page) {
        try {
            return COMMAND.matcher(Files.readString(page)).results().map(found -> found.group(1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

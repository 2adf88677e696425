package io.parley.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * While a new version is rolled out, the old one works on the schema that the new one has migrated: a migration only
 * adds. What takes away is a migration of a later release, which says so in its first line (CONTRIBUTING).
 */
class MigrationsTest {

    private static final Pattern CONTRACTS = Pattern.compile("(?s)\\A-- contracts: \\S.*");
    private static final Pattern COMMENT = Pattern.compile("(?m)--.*$|(?s)/\\*.*?\\*/");
    private static final Pattern TEXT = Pattern.compile("'[^']*'");
    private static final Pattern NEW_TABLE =
            Pattern.compile("create\\s+table\\s+(?:if\\s+not\\s+exists\\s+)?\"?(\\w+)");
    private static final Map<String, Pattern> FORBIDDEN = Map.of(
            "takes something away", Pattern.compile("\\bdrop\\s+(table|column|view|type|function|schema)\\b"),
            "renames", Pattern.compile("\\brename\\s+(to|column|constraint)?\\b"),
            "changes a type", Pattern.compile("\\balter\\s+column\\s+\\S+\\s+(set\\s+data\\s+)?type\\b"),
            "demands what the old version does not write",
                    Pattern.compile(
                            "\\bset\\s+not\\s+null\\b|\\badd\\s+column\\b(?![^,;]*\\bdefault\\b)[^,;]*\\bnot\\s+null\\b"),
            "takes a default away", Pattern.compile("\\bdrop\\s+default\\b"),
            "changes a key", Pattern.compile("\\badd\\s+primary\\s+key\\b|\\bdrop\\s+constraint\\b"),
            "empties a table", Pattern.compile("\\btruncate\\b"));
    /** Of tables that are there already: rows that the old version writes may be refused. */
    private static final Pattern CONSTRAINT = Pattern.compile(
            "alter\\s+table\\s+(?:if\\s+exists\\s+)?(?:only\\s+)?\"?(\\w+)\"?[^;]*\\badd\\s+(?:constraint\\s+\\w+\\s+)?(?:unique|check|foreign)");

    private static final Pattern UNIQUE =
            Pattern.compile("create\\s+unique\\s+index\\s+(?:concurrently\\s+)?\\S+\\s+on\\s+\"?(\\w+)");
    private static final Pattern NUMBER = Pattern.compile("V(\\d+)__.*\\.sql");
    /** What the first release brings, up to this number; no version was before it that could run beside it. */
    private static final Map<String, Integer> FIRST_RELEASE =
            Map.of("session-service", 9, "notification-service", 6, "team-settings-service", 6);

    @Test
    void migrationsOnlyAdd() {
        for (var service : PackagedService.NAMES) {
            for (Path migration : migrations(service)) {
                assertThat(faults(Repository.read(migration)))
                        .as("%s of %s", migration.getFileName(), service)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alter table session drop column phone|takes something away",
                "DROP TABLE inbox|takes something away",
                "alter table session rename column owner to agent|renames",
                "alter table session rename to sessions|renames",
                "alter table session alter column owner type uuid|changes a type",
                "alter table session alter column owner set not null|demands",
                "alter table session add column region text not null|demands",
                "alter table session add check (state = 'X')|refuses",
                "create unique index one on session (owner)|refuses",
                "alter table outbox drop constraint outbox_pkey|changes a key",
            })
    void whatTheOldVersionCannotLiveWithIsFound(String statement, String fault) {
        assertThat(faults(statement + ";")).anyMatch(found -> found.startsWith(fault));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alter table session add column region text",
                "alter table session add column region text not null default 'DE'",
                "create table visit (id uuid primary key, check (id is not null)); create unique index v on visit (id)",
                "create index session_region on session (region)",
                "-- drop table session",
                "-- contracts: nobody has read session.phone since 1.4; alter table session drop column phone",
            })
    void whatItCanLiveWithIsNot(String statement) {
        assertThat(faults(statement.replaceFirst("; (?=alter)", "\n"))).isEmpty();
    }

    private static List<String> faults(String migration) {
        if (CONTRACTS.matcher(migration).matches()) {
            return List.of();
        }
        var sql = TEXT.matcher(COMMENT.matcher(migration).replaceAll(" "))
                .replaceAll("''")
                .toLowerCase(Locale.ROOT);
        var faults = new ArrayList<String>();
        FORBIDDEN.forEach((fault, pattern) -> {
            var found = pattern.matcher(sql);
            if (found.find()) {
                faults.add(fault + ": " + found.group());
            }
        });
        var fresh =
                NEW_TABLE.matcher(sql).results().map(table -> table.group(1)).toList();
        for (var pattern : List.of(CONSTRAINT, UNIQUE)) {
            pattern.matcher(sql)
                    .results()
                    .filter(found -> !fresh.contains(found.group(1)))
                    .forEach(found -> faults.add("refuses what the old version writes: " + found.group()));
        }
        return faults;
    }

    private static int number(Path migration) {
        var number = NUMBER.matcher(migration.getFileName().toString());
        assertThat(number.matches()).as("name of %s", migration).isTrue();
        return Integer.parseInt(number.group(1));
    }

    private static List<Path> migrations(String service) {
        try (var files = Files.list(Repository.ROOT.resolve(service + "/src/main/resources/db/migration"))) {
            return files.filter(file -> number(file) > FIRST_RELEASE.get(service))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

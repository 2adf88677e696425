package io.parley.chart;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** docs/operating/configuration.md has every variable of every service, with its default, and no other. */
class ConfigurationReferenceTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(PARLEY_[A-Z0-9_<>]+)` \\|.*\\| (?:`([^`]*)`|none) \\|$");

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^:}]+)(?::([^}]*))?}");

    private final String page = Repository.read(Repository.OPERATING.resolve("configuration.md"));

    @Test
    void itNamesEveryPropertyOfTheServicesWithItsDefault() {
        for (var service : Faults.SERVICES) {
            assertThat(documented(service.name()))
                    .as("%s in docs/operating/configuration.md (a new property needs its row there)", service.name())
                    .containsAllEntriesOf(own(service));
        }
    }

    @Test
    void itNamesNothingThatAServiceDoesNotRead() {
        for (var service : Faults.SERVICES) {
            var variables = Variables.of(service);
            assertThat(documented(service.name()).keySet())
                    .as(service.name())
                    .allMatch(variable -> variables.know(variable.replace("<NAME>", "X")));
        }
    }

    private Map<String, String> documented(String service) {
        var from = page.indexOf("\n## " + service + "\n");
        assertThat(from).as("a section on %s", service).isNotNegative();
        var until = page.indexOf("\n## ", from + 1);
        var rows = new TreeMap<String, String>();
        ROW.matcher(page.substring(from, until < 0 ? page.length() : until))
                .results()
                .forEach(row -> rows.put(row.group(1), row.group(2) == null ? "" : row.group(2)));
        return rows;
    }

    private static Map<String, String> own(PackagedService service) {
        var variables = new TreeMap<String, String>();
        Variables.own(service).forEach((property, value) -> {
            if (!property.endsWith("[*]")) {
                variables.put(
                        Variables.variable(property.replace("*", "<")).replace("___", "_<NAME>_"),
                        resolved(service, service.properties().getProperty(property, value)));
            }
        });
        return variables;
    }

    private static String resolved(PackagedService service, String value) {
        var reference = value == null ? null : REFERENCE.matcher(value);
        if (reference == null || !reference.matches()) {
            return value == null ? "" : value;
        }
        return resolved(service, service.properties().getProperty(reference.group(1), reference.group(2)));
    }
}

package io.parley.operate.http;

import java.util.stream.Collectors;

/** A refusal in the services' own words: the name of its problem, its detail, and where to read more. */
final class Refusal {

    private Refusal() {}

    static String words(String who, Answer answer) {
        Json problem;
        try {
            problem = answer.json();
        } catch (Failure notJson) {
            problem = new Json(null);
        }
        var type = problem.at("type").text();
        var name = type.substring(type.lastIndexOf('/') + 1);
        var words = new StringBuilder(who + " answers " + answer.status());
        if (!name.isEmpty()) {
            words.append(' ').append(name);
        }
        append(words, ": ", problem.at("detail").text());
        words.append(problem.at("errors").items().stream()
                .map(error -> "\n  " + error.at("pointer").text() + " "
                        + error.at("detail").text())
                .collect(Collectors.joining()));
        append(words, "\n  type: ", type);
        append(words, "", meaning(answer.status()));
        return words.toString();
    }

    private static void append(StringBuilder words, String before, String text) {
        if (!text.isEmpty()) {
            words.append(before).append(text);
        }
    }

    private static String meaning(int status) {
        return switch (status) {
            case 401 -> "\nThe token is not valid, or has expired.";
            case 403 -> "\nThe caller has none of the roles that this needs; --help says which.";
            default -> "";
        };
    }
}

package io.parley.session.message;

import java.util.regex.Pattern;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.parley.rest.problem.Problem;

/** @param text plain text; what looks like markup is text, too. Lines are parted by a line feed. */
record MessageInput(
        @NotBlank @Size(max = LONGEST) @Schema(examples = "Could you send me page two once more?")
        String text) {

    static final int LONGEST = 4000;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\n\t]]");

    /**
     * The text as it is kept.
     *
     * @throws Problem where it holds what can't be shown
     */
    String clean() {
        var lines = text.replace("\r\n", "\n").replace('\r', '\n').strip();
        if (UNSEEN.matcher(lines).find()) {
            throw Problem.invalid("/text", "must not contain control characters");
        }
        return lines;
    }

    @Override
    public String toString() {
        return "MessageInput[…]"; // what people write to each other must not reach a log by accident
    }
}

package io.parley.teamsettings.member;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import io.parley.rest.problem.Problem;
import io.parley.teamsettings.problem.ProblemType;

/** The text of a file that was sent; UTF-8, for nobody can guess anything else rightly. */
final class CsvText {

    private CsvText() {}

    static String of(byte[] body, int most) {
        if (body.length > most) {
            throw new Problem(ProblemType.REQUEST_TOO_LARGE, "The file is larger than " + most + " bytes");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.invalid("", "the file must be UTF-8");
        }
    }
}

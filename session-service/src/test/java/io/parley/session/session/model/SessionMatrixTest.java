package io.parley.session.session.model;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Every command in every situation does what the matrix says, or is refused as it says. */
class SessionMatrixTest {

    static List<SessionMatrix.Cell> cells() {
        return SessionMatrix.cells();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void everyCellIsAsTheMatrixSays(SessionMatrix.Cell cell) {
        var session = cell.situation().session();

        if (cell.isRefused()) {
            var refused = catchThrowableOfType(MoveRefused.class, () -> cell.ask()
                    .of(session, cell.situation().now()));

            assertThat(refused).isNotNull().extracting(MoveRefused::refusal).isEqualTo(Refusal.valueOf(cell.outcome()));
        } else {
            var next = cell.ask().of(session, cell.situation().now());

            assertThat(Happened.events(next)).isEqualTo(cell.events());
            assertThat(Happened.messages(next)).isEqualTo(cell.messages());
            assertThat(next.state().name())
                    .isEqualTo(cell.outcome().equals("=") ? session.state().name() : StateName.valueOf(cell.outcome()));
        }
    }

    @Test
    void everyCommandHasACellForEverySituationAndOnlyOne() {
        var all = Arrays.stream(Ask.values())
                .flatMap(ask -> Arrays.stream(Situation.values()).map(situation -> ask + " when " + situation))
                .toList();

        assertThat(cells()).extracting(SessionMatrix.Cell::toString).containsExactlyInAnyOrderElementsOf(all);
    }
}

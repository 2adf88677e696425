package io.parley.session.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.parley.session.testing.Given;
import io.parley.session.testing.TeamSettings;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class ListsTest {

    private static final UUID FIRST = UUID.fromString("01a20000-0000-7000-8000-000000000001");
    private static final UUID SECOND = UUID.fromString("01a20000-0000-7000-8000-000000000002");
    private static final UUID THIRD = UUID.fromString("f1a20000-0000-7000-8000-000000000003");

    @ParameterizedTest
    @CsvSource({"asset,assets," + TeamSettings.TEXT_ASSET, "workflow,workflows," + TeamSettings.WORKFLOW})
    void whatIsInASessionIsReadInParts(String what, String list, String id) {
        var session = Given.anInvitedSession();
        for (int i = 0; i < 3; i++) {
            session.command(list, Map.of(what, id)).then().statusCode(200);
        }

        var path = "/api/sessions/" + session.id() + "/" + list;
        List<String> all = Given.asMachine().get(path).path("items.id");
        var parts = new ArrayList<String>();
        String cursor = null;
        do {
            var part = Given.asMachine().get(path + "?limit=1" + (cursor == null ? "" : "&cursor=" + cursor));
            part.then().statusCode(200);
            parts.addAll(part.path("items.id"));
            cursor = part.path("nextCursor");
        } while (cursor != null);

        assertThat(parts).hasSize(3).isEqualTo(all);
        Given.asMachine().get(path + "?limit=101").then().statusCode(400);
        Given.asMachine().get(path + "?cursor=x").then().statusCode(400);
    }

    @Test
    void nothingIsPassedOverWhenWhatTheCursorNamesWasTakenOut() {
        assertThat(ListPart.after(null, List.of(FIRST, SECOND), Function.identity()))
                .containsExactly(FIRST, SECOND);
        assertThat(ListPart.after(SECOND, List.of(SECOND, FIRST, THIRD), Function.identity()))
                .containsExactly(FIRST, THIRD);
        assertThat(ListPart.after(SECOND, List.of(FIRST, THIRD), Function.identity()))
                .containsExactly(THIRD);
    }
}

package io.parley.session.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.parley.session.session.model.AgentSide;
import io.parley.session.session.model.Given;
import io.parley.session.session.model.Session;
import io.parley.session.session.model.Settings;
import io.parley.session.session.model.StateName;

import static org.assertj.core.api.Assertions.assertThat;

/** Sessions as the first version stored them: every later one must read them, and know all that they held. */
class SessionDocumentTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path STORED = Path.of("src/test/resources/stored-sessions");

    @ParameterizedTest
    @ValueSource(strings = {"planned", "invited", "active", "ended"})
    void whatTheFirstVersionStoredIsReadWhole(String state) throws IOException {
        var stored = Files.readString(STORED.resolve(state + ".json")).strip();

        var session = read(stored);

        assertThat(session.state().name()).isEqualTo(StateName.valueOf(state.toUpperCase(Locale.ROOT)));
        requireAll(JSON.readTree(stored), JSON.readTree(SessionDocument.write(session)), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"planned", "ended"})
    void whatALaterVersionAddsDoesNotStopThisOne(String state) throws IOException {
        var stored = Files.readString(STORED.resolve(state + ".json")).strip();

        var session = read(stored.replaceFirst("\\{", "{\"later\":{\"added\":true},"));

        requireAll(JSON.readTree(stored), JSON.readTree(SessionDocument.write(session)), "");
    }

    @Test
    void remindersAndWhatWaitsForACustomerAreReadAsTheyWereStored() {
        var invited = Given.anInvitedSession(Settings.usual().reminders(4, 24, 3));
        var active =
                AgentSide.of(Given.anActiveSession(), Given.ALICE, Given.NOW).addAsset(Given.anotherAsset());

        for (var session : List.of(invited, active)) {
            assertThat(Given.asRead(read(SessionDocument.write(session))))
                    .usingRecursiveComparison()
                    .ignoringFields("journal")
                    .isEqualTo(session);
        }
        assertThat(active.absence()).isNotNull();
    }

    @Test
    void whatIsStoredIsAnsweredAsItWillBeRead() {
        for (var session : List.of(
                Given.anInvitedSession(Settings.usual().reminders(4, 24, 3)),
                AgentSide.of(Given.anActiveSession(), Given.ALICE, Given.NOW).addAsset(Given.anotherAsset()),
                Given.anEndedSession(Settings.usual()),
                Given.anEndedSession(Settings.usual().neverEnding()))) {
            var row = new SessionRow().take(session, SessionDocument.write(session));

            assertThat(SessionDocument.stored(session, row)).isEqualTo(SessionDocument.read(row));
        }
    }

    /** A later version may write more, and must not lose anything. */
    private static void requireAll(JsonNode stored, JsonNode written, String place) {
        assertThat(written).as(place).isNotNull();
        if (!stored.isObject()) {
            assertThat(written).as(place).isEqualTo(stored);
        }
        stored.properties()
                .forEach(member ->
                        requireAll(member.getValue(), written.get(member.getKey()), place + "/" + member.getKey()));
    }

    private static Session read(String document) {
        var row = new SessionRow();
        row.version = 7;
        row.sequence = 12;
        row.document = document;
        return SessionDocument.read(row);
    }
}

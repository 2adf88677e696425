package io.parley.teamsettings.member;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import io.parley.teamsettings.api.WithRealParts;

import static io.parley.teamsettings.api.Api.aTeam;
import static io.parley.teamsettings.api.Api.asAdmin;
import static io.parley.teamsettings.api.Api.resolve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** Members as CSV, in and out. */
@QuarkusTest
@WithRealParts
class ExchangeTest {

    private static final String HEAD = "subject,name,email,mainTeam,secondaryTeams\n";

    @Test
    void eachLineIsReported() {
        var name = "Team of " + UUID.randomUUID();
        var team = aTeam(name);
        var other = aTeam();
        var subject = "csv-" + UUID.randomUUID();
        var line = subject + ",\"Doe, Jane\",jane@example.com," + name.toUpperCase() + "," + other + "\n";

        take(HEAD + line + "x,,no mail,Nowhere\nonly-one\n" + line, false)
                .body("created", equalTo(1))
                .body("refused", equalTo(3))
                .body("lines.line", contains(2, 3, 4, 5))
                .body("lines.outcome", contains("CREATED", "REFUSED", "REFUSED", "REFUSED"))
                .body("lines[1].detail", containsString("no team Nowhere"))
                .body("lines[3].detail", containsString("in line 2 already"));

        resolve(subject, null)
                .then()
                .body("homeTeam.id", equalTo(team))
                .body("subject.name", equalTo("Doe, Jane"))
                .body("secondaryTeams.id", contains(other));
        take(HEAD + line, false).body("unchanged", equalTo(1));
        take(HEAD + line.replace("Jane", "Janet"), false).body("updated", equalTo(1));
    }

    @Test
    void aDryRunReportsAndChangesNothing() {
        var subject = "csv-" + UUID.randomUUID();

        take(HEAD + subject + ",N,n@example.com," + aTeam() + ",\n", true).body("created", equalTo(1));

        resolve(subject, null).then().statusCode(404);
    }

    @Test
    void whoMistypesADryRunChangesNothing() {
        var subject = "csv-" + UUID.randomUUID();

        asAdmin()
                .contentType("text/csv")
                .body(HEAD + subject + ",N,n@example.com," + aTeam() + ",\n")
                .post("/api/members-import?dryRun=yes")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/dryRun"));

        resolve(subject, null).then().statusCode(404);
    }

    @Test
    void whatWasExportedCanBeImported() {
        var subject = "csv-" + UUID.randomUUID();
        take(HEAD + subject + ",'=1+1,n@example.com," + aTeam() + "," + aTeam() + ";" + aTeam() + "\n", false);

        var exported = asAdmin()
                .get("/api/members-export")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();

        assertThat(exported).startsWith("subject,name").contains(subject + ",'=1+1,");
        take(exported, false)
                .body("created", equalTo(0))
                .body("updated", equalTo(0))
                .body("refused", equalTo(0));
    }

    @Test
    void aFileThatIsNoneIsRefused() {
        send("a,b\n", false).statusCode(400);
        send("", false).statusCode(400);
        send(HEAD + "\"x", false).statusCode(400).body("errors[0].detail", containsString("line 2"));
        asAdmin()
                .contentType("text/csv")
                .config(noCharset())
                .body(new byte[] {(byte) 0xff})
                .post("/api/members-import")
                .then()
                .statusCode(400);
    }

    @Test
    void manyMembersAreTakenInAtOnce() {
        var team = aTeam();
        var lines = new StringBuilder(HEAD);
        for (int i = 0; i < 2_500; i++) {
            lines.append("many-")
                    .append(i)
                    .append(",Name,m@example.com,")
                    .append(team)
                    .append(",\n");
        }

        take(lines.toString(), false).body("created", equalTo(2_500));
        take(lines.toString(), false).body("unchanged", equalTo(2_500));
    }

    private static ValidatableResponse take(String csv, boolean dryRun) {
        return send(csv, dryRun).statusCode(200).contentType(ContentType.JSON);
    }

    private static ValidatableResponse send(String csv, boolean dryRun) {
        return asAdmin()
                .config(noCharset())
                .contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/api/members-import?dryRun=" + dryRun)
                .then();
    }

    private static RestAssuredConfig noCharset() {
        return RestAssured.config()
                .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs("text/csv", ContentType.BINARY));
    }
}

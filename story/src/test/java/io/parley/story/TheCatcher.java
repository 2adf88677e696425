package io.parley.story;

import java.util.List;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

import io.parley.local.catcher.Message;
import io.parley.local.port.Port;
import io.parley.story.installation.Installation;

/** Where all mails and texts end up. */
final class TheCatcher {

    private TheCatcher() {}

    /** Newest first. */
    static List<AMessage> messagesTo(String contact) {
        return read(RestAssured.given().queryParam("to", contact));
    }

    static List<AMessage> allMessages() {
        return read(RestAssured.given());
    }

    private static List<AMessage> read(RequestSpecification request) {
        var messages = request.baseUri(Installation.http(Port.CATCHER))
                .get("/api/messages")
                .then()
                .statusCode(200)
                .extract()
                .as(Message[].class);
        return List.of(messages).stream().map(AMessage::new).toList();
    }
}

package io.parley.session.room;

import io.parley.session.testing.Given.ASession;
import io.parley.session.testing.Topic;

import static org.awaitility.Awaitility.await;

/** The one-time code that notification-service would send. */
public final class SentCode {

    private SentCode() {}

    public static String of(ASession session) {
        return await().until(
                        () -> Topic.read("parley.messages", session.id()).stream()
                                .filter(event ->
                                        "OTP".equals(event.data().path("kind").asText()))
                                .map(event -> event.data().get("code").asText())
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }
}

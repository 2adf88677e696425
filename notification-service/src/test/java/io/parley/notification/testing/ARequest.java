package io.parley.notification.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.vertx.core.json.JsonObject;

/** A message request as session-service publishes it, made from the contract's example. */
public final class ARequest {

    /** One generator, whose ids rise. */
    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

    private final JsonObject headers;
    private final JsonObject data;

    private ARequest() {
        var example = Contracts.example("parley.message.requested.v1");
        this.headers = example.getJsonObject("headers");
        this.data = example.getJsonObject("data");
        var session = id();
        var now = Instant.now();
        headers.put("ce_id", id()).put("ce_subject", session).put("ce_partitionkey", session);
        data.put("messageId", id())
                .put("sessionId", session)
                .put("invitationId", id())
                .put(
                        "link",
                        "http://localhost:8080/j/" + id().replace("-", "")
                                + ".Zk3vQ0m8Yx1nT5rB7cWd9eUf2gHj4kLp6sAqNtVyXzo")
                .put("requestedAt", now.toString())
                .put("giveUpAt", now.plus(Duration.ofHours(1)).toString());
    }

    public static ARequest byMail() {
        var request = new ARequest();
        return request.with("to", "anna-" + request.messageId() + "@example.org");
    }

    public static ARequest bySms() {
        return new ARequest()
                .with("channel", "SMS")
                .with("to", "+49151" + (int) (10_000_000 + Math.random() * 89_999_999));
    }

    public ARequest with(String field, Object value) {
        data.put(field, value);
        return this;
    }

    public ARequest givenUpAfter(Duration time) {
        return with("giveUpAt", Instant.now().plus(time).toString());
    }

    /** The same request as another event, as when a topic is replayed under other ids. */
    public ARequest asAnotherEvent() {
        headers.put("ce_id", id());
        return this;
    }

    public UUID messageId() {
        return UUID.fromString(data.getString("messageId"));
    }

    public String sessionId() {
        return data.getString("sessionId");
    }

    public String to() {
        return data.getString("to");
    }

    public String link() {
        return data.getString("link");
    }

    public JsonObject headers() {
        return headers;
    }

    public JsonObject data() {
        return data;
    }

    private static String id() {
        return IDS.generate().toString();
    }
}

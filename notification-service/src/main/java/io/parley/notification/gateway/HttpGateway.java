package io.parley.notification.gateway;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

import io.smallrye.mutiny.Uni;
import io.vertx.core.tracing.TracingPolicy;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpRequest;
import io.vertx.mutiny.ext.web.client.WebClient;

import io.parley.notification.message.model.Handover;
import io.parley.notification.message.model.Letter;

/**
 * Hands texts to any provider that takes one POST: the body is a template of the configuration. Requests are signed
 * where there is a secret, and carry the message's id as idempotency key.
 */
final class HttpGateway implements Gateway {

    private static final String TEMPLATE = "{\"id\": \"{id}\", \"to\": \"{to}\", \"from\": \"{from}\","
            + " \"text\": \"{text}\", \"callback\": \"{callback}\"}";

    private final String name;
    private final GatewayConfig.Settings settings;
    private final URI callback;
    private final WebClient http;

    private HttpGateway(String name, GatewayConfig.Settings settings, URI callback, WebClient http) {
        this.name = name;
        this.settings = settings;
        this.callback = callback;
        this.http = http;
    }

    static HttpGateway create(String name, GatewayConfig.Settings settings, URI callbackUrl, Vertx vertx) {
        var options = new WebClientOptions()
                .setFollowRedirects(false)
                // A trace is ours: nothing of it goes to a provider.
                .setTracingPolicy(TracingPolicy.IGNORE)
                .setMaxPoolSize(settings.connections())
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setUserAgent("parley-notification-service");
        return new HttpGateway(
                name, settings, URI.create(callbackUrl + "/callbacks/" + name), WebClient.create(vertx, options));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int connections() {
        return settings.connections();
    }

    @Override
    public Uni<Handover> handOver(Letter letter) {
        var body = new BodyTemplate(settings.template().orElse(TEMPLATE), settings.contentType())
                .fill(Map.of(
                        "id", letter.messageId().toString(),
                        "to", letter.to(),
                        "from",
                                SenderName.of(letter.sender())
                                        .orElse(settings.from().orElse("Parley")),
                        "text", letter.text(),
                        "callback", callback.toString()));
        var request = http.postAbs(settings.url().orElseThrow().toString())
                .timeout(settings.timeout().toMillis())
                .putHeader("Content-Type", settings.contentType())
                .putHeader("Accept", "application/json")
                .putHeader("Idempotency-Key", letter.messageId().toString());
        settings.user()
                .ifPresent(user ->
                        request.basicAuthentication(user, settings.password().orElse("")));
        settings.secret().ifPresent(secret -> sign(request, new Hmac(secret), body));
        return request.sendBuffer(Buffer.buffer(body))
                .map(answer -> HttpAnswers.read(answer, settings.referenceField()))
                .onFailure()
                .recoverWithItem(HttpAnswers::read);
    }

    @Override
    public void close() {
        http.close();
    }

    /** With the time in it, so that a request that somebody has read is not good for ever. */
    private static void sign(HttpRequest<Buffer> request, Hmac hmac, String body) {
        var time = Long.toString(Instant.now().getEpochSecond());
        request.putHeader("X-Parley-Timestamp", time).putHeader("X-Parley-Signature", hmac.of(time + "." + body));
    }
}

package io.parley.notification.gateway;

import java.net.URI;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.tracing.TracingPolicy;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.MultiMap;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.web.client.WebClient;

import io.parley.notification.message.model.Handover;
import io.parley.notification.message.model.Letter;

/** Hands texts to a provider that speaks Twilio's Messages API; its receipts come back by callback. */
final class TwilioGateway implements Gateway {

    private final String name;
    private final GatewayConfig.Settings settings;
    private final URI callbacks;
    private final WebClient http;

    private TwilioGateway(String name, GatewayConfig.Settings settings, URI callbacks, WebClient http) {
        this.name = name;
        this.settings = settings;
        this.callbacks = callbacks;
        this.http = http;
    }

    static TwilioGateway create(String name, GatewayConfig.Settings settings, URI callbackUrl, Vertx vertx) {
        var options = new WebClientOptions()
                .setFollowRedirects(false)
                // A trace is ours: nothing of it goes to a provider.
                .setTracingPolicy(TracingPolicy.IGNORE)
                .setMaxPoolSize(settings.connections())
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setUserAgent("parley-notification-service");
        var callbacks = URI.create(callbackUrl + "/callbacks/" + name);
        return new TwilioGateway(name, settings, callbacks, WebClient.create(vertx, options));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int connections() {
        return settings.connections();
    }

    /** The receipt's address names the message, so that it counts even if this answer is lost. */
    @Override
    public Uni<Handover> handOver(Letter letter) {
        var account = settings.user().orElse("");
        var url = settings.url().orElseThrow() + "/2010-04-01/Accounts/" + account + "/Messages.json";
        var form = MultiMap.caseInsensitiveMultiMap()
                .add("To", letter.to())
                .add("From", sender(letter))
                .add("Body", letter.text())
                .add("StatusCallback", callbacks + "?message=" + letter.messageId());
        return http.postAbs(url)
                .basicAuthentication(account, settings.password().orElse(""))
                .putHeader("I-Twilio-Idempotency-Token", letter.messageId().toString())
                .putHeader(HttpHeaders.ACCEPT.toString(), "application/json")
                .timeout(settings.timeout().toMillis())
                .sendForm(form)
                .map(answer -> HttpAnswers.read(answer, "sid"))
                .onFailure()
                .recoverWithItem(HttpAnswers::read);
    }

    @Override
    public void close() {
        http.close();
    }

    private String sender(Letter letter) {
        return SenderName.of(letter.sender()).orElse(settings.from().orElse("Parley"));
    }
}

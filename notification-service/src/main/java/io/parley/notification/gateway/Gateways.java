package io.parley.notification.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.core.Vertx;

import io.parley.notification.gateway.smpp.SmppGateway;
import io.parley.notification.message.model.Channel;

import static java.util.stream.Collectors.toList;

/** The configured gateways of each channel, in order. A name that is not configured stops the service's start. */
@ApplicationScoped
public class Gateways {

    private final Map<String, RestingGateway> byName = new LinkedHashMap<>();
    private final GatewayConfig config;
    private final Vertx vertx;
    private final ReceiptSink receipts;
    private final List<Gateway> email;
    private final List<Gateway> sms;

    Gateways(GatewayConfig config, Vertx vertx, ReceiptSink receipts, MeterRegistry metrics) {
        this.config = config;
        this.vertx = vertx;
        this.receipts = receipts;
        this.email = inOrder(config.email());
        this.sms = inOrder(config.sms());
        byName.forEach((name, gateway) -> Gauge.builder("parley.gateway.resting", gateway, RestingGateway::asNumber)
                .description("1 while a gateway is left alone since it failed again and again")
                .tag("gateway", name)
                .register(metrics));
    }

    public List<Gateway> of(Channel channel) {
        return channel == Channel.EMAIL ? email : sms;
    }

    /** The one whose turn it is; the order may have become shorter since the message was first tried. */
    public Gateway at(Channel channel, int position) {
        return of(channel).get(position % of(channel).size());
    }

    @PreDestroy
    void close() {
        byName.values().forEach(Gateway::close);
    }

    private List<Gateway> inOrder(List<String> names) {
        return names.stream()
                .<Gateway>map(name -> byName.computeIfAbsent(name, made -> new RestingGateway(make(made), config)))
                .collect(toList());
    }

    private Gateway make(String name) {
        var settings = config.named().get(name);
        if (settings == null) {
            throw new IllegalStateException("gateway '" + name + "' is in the order but has no settings under"
                    + " parley.gateways.named." + name);
        }
        return switch (settings.type()) {
            case SMTP -> SmtpGateway.create(name, settings, vertx);
            case TWILIO -> TwilioGateway.create(name, settings, config.callbackUrl(), vertx);
            case SMPP -> SmppGateway.create(name, settings, receipts, vertx);
            case HTTP -> HttpGateway.create(name, settings, config.callbackUrl(), vertx);
        };
    }
}

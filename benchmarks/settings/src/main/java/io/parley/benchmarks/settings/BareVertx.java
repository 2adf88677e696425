package io.parley.benchmarks.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** The least that can answer: reads the request's body, and sends the same bytes each time. */
public final class BareVertx extends AbstractVerticle {

    private static int port;
    private static Buffer answer;

    /** @param arguments the port, and the file with the answer */
    public static void main(String... arguments) throws IOException {
        port = Integer.parseInt(arguments[0]);
        answer = Buffer.buffer(Files.readAllBytes(Path.of(arguments[1])));
        Vertx.vertx()
                .deployVerticle(
                        BareVertx.class,
                        new DeploymentOptions()
                                .setInstances(2 * Runtime.getRuntime().availableProcessors()));
    }

    @Override
    public void start() {
        vertx.createHttpServer().requestHandler(BareVertx::answer).listen(port, "127.0.0.1");
    }

    private static void answer(HttpServerRequest request) {
        request.body().onSuccess(body -> request.response()
                .putHeader("Content-Type", "application/json;charset=UTF-8")
                .end(answer));
    }
}

package io.parley.benchmarks.settings;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

/** Posts the same request on so many connections, each the next as soon as the last is answered. */
final class Load implements AutoCloseable {

    private static final int CONNECTIONS = 32;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient(
            new HttpClientOptions().setMaxPoolSize(CONNECTIONS).setPipelining(false));
    private final AtomicLong answered = new AtomicLong();
    private volatile boolean ended;

    /** Answers per second. */
    double on(String url, Map<String, String> headers, Buffer body, double seconds) {
        ended = false;
        answered.set(0);
        var still = new CountDownLatch(CONNECTIONS);
        var request = new RequestOptions().setMethod(HttpMethod.POST).setAbsoluteURI(url);
        headers.forEach(request::putHeader);
        var began = System.nanoTime();
        for (int i = 0; i < CONNECTIONS; i++) {
            send(request, body, still);
        }
        try {
            Thread.sleep((long) (seconds * 1000));
            ended = true;
            still.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answered.get() / ((System.nanoTime() - began) / 1e9);
    }

    private void send(RequestOptions request, Buffer body, CountDownLatch still) {
        if (ended) {
            still.countDown();
            return;
        }
        client.request(request)
                .compose(opened -> opened.send(body))
                .compose(answer -> {
                    if (answer.statusCode() != 200) {
                        throw new IllegalStateException("answered with " + answer.statusCode());
                    }
                    return answer.body();
                })
                .onSuccess(bytes -> answered.incrementAndGet())
                .onFailure(failure -> System.err.println(failure))
                .onComplete(done -> send(request, body, still));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}

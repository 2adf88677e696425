package io.parley.session.live;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import org.jboss.resteasy.reactive.RestMulti;

import io.parley.session.live.stream.LiveStream;

/**
 * A stream as an answer. It is written as bytes: the framework's own way of server-sent events says 200 before it is
 * known whether the caller may read.
 */
final class StreamAnswer {

    static final String EXAMPLE = """
            retry: 2000

            id: 14
            event: hello
            data: {"sessionId":"0198…","sequence":14,"state":"ACTIVE","presence":{"customer":{"state":"ONLINE","since":"2026-11-16T09:30:00Z"},"agent":{"state":"OFFLINE","since":"2026-11-16T09:12:00Z"}}}

            id: 15
            event: change
            data: {"sessionId":"0198…","sequence":15,"type":"parley.session.message-added.v1","at":"2026-11-16T09:33:10Z","state":"ACTIVE","cause":"message","actor":{"role":"customer"},"message":{"id":"0198…","number":3,"author":"CUSTOMER"},"owner":"alice"}

            event: presence
            data: {"sessionId":"0198…","side":"CUSTOMER","state":"OFFLINE","since":"2026-11-16T09:40:00Z"}

            :

            event: bye
            data: {"reason":"token-expired"}
            """;

    private static final Map<String, List<String>> HEADERS = Map.of(
            HttpHeaders.CONTENT_TYPE,
            List.of(MediaType.SERVER_SENT_EVENTS),
            HttpHeaders.CACHE_CONTROL,
            List.of("no-store"),
            // Some proxies gather what they pass on, unless they are told.
            "X-Accel-Buffering",
            List.of("no"));

    private StreamAnswer() {}

    static RestMulti<Buffer> of(Uni<LiveStream> stream) {
        return RestMulti.fromUniResponse(stream, LiveStream::lines, opened -> HEADERS, opened -> 200);
    }
}

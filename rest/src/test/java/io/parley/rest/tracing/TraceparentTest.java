package io.parley.rest.tracing;

import java.nio.charset.StandardCharsets;

import io.opentelemetry.api.trace.Span;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TraceparentTest {

    private static final String TEXT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void whatIsReadIsWrittenAsItWas() {
        assertThat(Traceparent.of(Span.fromContext(Traceparent.read(TEXT)))).isEqualTo(TEXT);
    }

    @Test
    void aRecordCarriesIt() {
        var headers = new RecordHeaders().add(Traceparent.header(TEXT));

        assertThat(Traceparent.of(headers)).isEqualTo(TEXT);
        assertThat(new String(headers.lastHeader("traceparent").value(), StandardCharsets.US_ASCII))
                .isEqualTo(TEXT);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "nonsense", "00-00000000000000000000000000000000-b7ad6b7169203331-01", "00-0af7-b7-01"})
    void whatSaysNothingIsNoPlaceInATrace(String text) {
        assertThat(Traceparent.of(Span.fromContext(Traceparent.read(text)))).isNull();
    }
}

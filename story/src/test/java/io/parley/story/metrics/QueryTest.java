package io.parley.story.metrics;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is misspelt in a query is found. */
class QueryTest {

    private static final Scrape SCRAPE = Scrape.of("""
            # TYPE parley_queue_age_seconds gauge
            parley_queue_age_seconds{channel="SMS"} 0.0
            requests_bucket{uri="/api/{id}",le="0.25"} 1.0
            requests_count{uri="/api/{id}"} 1.0
            """);

    @Test
    void whatIsExposedAndRecordedMayBeNamed() {
        assertThat(faults("max by (channel) (parley_queue_age_seconds{channel=~\"SMS|EMAIL\", job=\"x\"}) > 300"))
                .isEmpty();
        assertThat(
                        faults(
                                "1 - sum by (job) (rate(requests_bucket{le=\"0.25\"}[5m]))\n"
                                        + "/ sum by (job) (rate(requests_count[$__rate_interval])) and parley:slow:rate1h > 14.4 * 0.01"))
                .isEmpty();
        assertThat(faults("absent(up{job=~\".*session-service\"} == 1)")).isEmpty();
    }

    @Test
    void misspeltMetricsLabelsAndBoundsAreFound() {
        assertThat(faults("max(parley_queue_ages_seconds)"))
                .containsExactly("here: nobody exposes parley_queue_ages_seconds");
        assertThat(faults("rate(request_count[5m]) > 0")).isNotEmpty();
        assertThat(faults("parley:fast:rate1h > 0")).isNotEmpty();
        assertThat(faults("parley_queue_age_seconds{chanel=\"SMS\"}"))
                .containsExactly("here: nobody exposes parley_queue_age_seconds by chanel");
        assertThat(faults("sum by (gateway) (parley_queue_age_seconds)"))
                .containsExactly("here: nobody exposes label gateway");
        assertThat(faults("rate(requests_bucket{le=\"0.3\"}[5m])"))
                .containsExactly("here: nobody exposes requests_bucket up to 0.3");
    }

    private static List<String> faults(String text) {
        return new Query("here", text).faults(SCRAPE, Set.of("parley:slow:rate1h"));
    }
}

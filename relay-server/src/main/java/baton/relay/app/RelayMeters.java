package baton.relay.app;

import baton.relay.session.RelayMetrics;
import baton.relay.session.SessionDirectory;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/// What one node counts, for Prometheus. Names and codes are a closed list, so that nothing that
/// comes from outside makes it grow. May be used by any thread.
final class RelayMeters implements RelayMetrics {
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Counter pushesDropped =
            counter("baton.pushes.dropped", "Pushes that found no credit or no room");
    private final Counter offersTaken =
            counter("baton.offers.taken", "Events that the store had lost and devices gave back");
    private final Counter audited =
            counter("baton.audit.compared", "Conversations that audits compared");
    private final Counter differing =
            counter("baton.audit.differing", "Conversations whose numbers differed in an audit");

    RelayMeters(SessionDirectory directory) {
        Gauge.builder("baton.sessions", directory, SessionDirectory::size)
                .description("Connected devices")
                .register(registry);
        Gauge.builder("baton.sessions.behind", directory, SessionDirectory::behind)
                .description("Connected devices that miss a push and were not told so yet")
                .register(registry);
        new JvmMemoryMetrics().bindTo(registry);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    /// All of it in the text format of Prometheus.
    String scrape() {
        return registry.scrape();
    }

    @Override
    public void refused(String code) {
        registry.counter("baton.refusals", "code", code).increment();
    }

    @Override
    public void pushDropped() {
        pushesDropped.increment();
    }

    @Override
    public void offerTaken() {
        offersTaken.increment();
    }

    @Override
    public void audited(int compared, int different) {
        audited.increment(compared);
        differing.increment(different);
    }
}

package baton.relay.socket;

import java.util.List;

/// Says whether the relay can serve. May block on the store.
@FunctionalInterface
public interface Readiness {

    /// Why it cannot, each a sentence; empty if it can.
    List<String> reasonsAgainst();

    /// What the relay counts, in the text format of Prometheus.
    default String metrics() {
        return "";
    }
}

package baton.relay.app;

import baton.relay.socket.Readiness;
import java.util.List;

/// Ready as its store is, with what the node counts.
record RelayHealth(Readiness store, RelayMeters meters) implements Readiness {
    @Override
    public List<String> reasonsAgainst() {
        return store.reasonsAgainst();
    }

    @Override
    public String metrics() {
        return meters.scrape();
    }
}

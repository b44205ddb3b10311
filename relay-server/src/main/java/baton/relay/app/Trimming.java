package baton.relay.app;

import baton.model.Limits;
import baton.relay.log.Trimmer;
import baton.relay.node.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The life of the thread that removes what is not to be kept: a step at a time with a pause after
/// each, so that Redis is busy with people for most of the time.
final class Trimming {
    private static final Logger LOG = LoggerFactory.getLogger(Trimming.class);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Trimmer trimmer;

    Trimming(Trimmer trimmer) {
        this.trimmer = trimmer;
    }

    void run() throws InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            TimeUnit.MILLISECONDS.sleep(step().toMillis());
        }
    }

    /// @return how long to wait until the next one
    private Duration step() {
        try {
            return trimmer.step() ? PAUSE : Limits.BEAT;
        } catch (StoreUnavailableException e) {
            LOG.warn("nothing is trimmed until Redis is back: {}", e.getMessage());
            return Limits.BEAT;
        }
    }
}

package baton.relay.app;

import baton.relay.redis.RedisPorts;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A named platform thread that lives one loop. A loop that fails is a bug: it is logged, and the
/// loop begins again after a moment, from what the store says.
final class KeptThread {
    private static final Logger LOG = LoggerFactory.getLogger(KeptThread.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Thread thread;
    private volatile boolean isEnding;

    private KeptThread(String name, RedisPorts.Loop loop) {
        this.thread = Thread.ofPlatform().name(name).daemon(true).unstarted(() -> keep(loop));
    }

    static KeptThread start(String name, RedisPorts.Loop loop) {
        KeptThread kept = new KeptThread(name, loop);
        kept.thread.start();
        return kept;
    }

    private void keep(RedisPorts.Loop loop) {
        try {
            while (!isEnding) {
                once(loop);
            }
        } catch (InterruptedException e) {
            LOG.debug("{} ends", thread.getName());
        }
    }

    private void once(RedisPorts.Loop loop) throws InterruptedException {
        try {
            loop.run();
        } catch (RuntimeException e) {
            LOG.error("{} failed and begins again", thread.getName(), e);
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
    }

    /// Ends the loop and waits for it.
    void end() throws InterruptedException {
        isEnding = true;
        thread.interrupt();
        thread.join();
    }
}

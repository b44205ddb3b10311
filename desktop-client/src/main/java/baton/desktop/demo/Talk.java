package baton.desktop.demo;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The people of the script talk, over and over, at the pace of people, while they are asked to.
/// All that the director does from here on happens on this one thread. Any thread may call.
final class Talk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Talk.class);
    private static final long PACE_MILLIS = 2_500;

    private final Director director;
    private final ScheduledExecutorService voice =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("talk").factory());
    private Iterator<Line> lines = List.<Line>of().iterator();
    private volatile boolean on = true;

    Talk(Director director) {
        this.director = director;
    }

    void begin() {
        var _ =
                voice.scheduleWithFixedDelay(
                        this::next, PACE_MILLIS, PACE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void next() {
        if (on) {
            lines = lines.hasNext() ? lines : Script.conversation().iterator();
            Line line = lines.next();
            calmly(() -> director.play(line));
        }
    }

    /// Whom a cut keeps away is waited for no longer than the cast's patience; the talk goes on.
    private static void calmly(Runnable line) {
        try {
            line.run();
        } catch (DemoException e) {
            LOG.info("The talk goes on: {}", e.getMessage());
        } catch (RuntimeException e) {
            // The pool would say nothing of it, and end the talk.
            LOG.error("The talk goes on without a line", e);
        }
    }

    void turn(boolean wanted) {
        on = wanted;
    }

    /// Somebody says very much at once, as soon as it is their turn.
    void sayMuch() {
        voice.execute(() -> calmly(director::sayMuch));
    }

    @Override
    public void close() {
        voice.shutdownNow();
    }
}

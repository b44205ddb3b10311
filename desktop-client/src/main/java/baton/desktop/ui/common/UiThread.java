package baton.desktop.ui.common;

import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/// The way onto the FX thread, and the only class that knows `Platform.runLater`. Tasks run in the
/// order in which they came; all that wait run in one go, so a burst costs the toolkit one event.
/// What is handed in meanwhile runs later, with frames in between.
///
/// Any thread may call [#execute]. The queue needs no limit of its own because both of its sources
/// have one: [Reads] hands in one result per lane, [UiHints] one wake-up at a time.
public final class UiThread implements Executor {
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean asked = new AtomicBoolean();

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
        if (asked.compareAndSet(false, true)) {
            Platform.runLater(this::drain);
        }
    }

    private void drain() {
        // Cleared first: what arrives from here on asks again, so that nothing is left behind.
        asked.set(false);
        // Only what waits by now: an answer that comes while its question is still being drawn,
        // time
        // and again, must not keep the toolkit from ever drawing a frame.
        for (int left = waiting.size(); left > 0; left--) {
            run(Objects.requireNonNull(waiting.poll()));
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException bug) {
            // One broken view must not take the results of the others with it.
            Thread current = Thread.currentThread();
            current.getUncaughtExceptionHandler().uncaughtException(current, bug);
        }
    }
}

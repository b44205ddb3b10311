package baton.desktop.demo;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import javafx.application.Platform;

/// Runs things on the FX thread for the demo's own thread and waits for them.
final class Fx {
    private Fx() {}

    /// Starts the toolkit; it stays until [#stop].
    static void start() {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        Platform.setImplicitExit(false);
        await(started);
    }

    static <T> T call(java.util.concurrent.Executor ui, Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        ui.execute(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoException("interrupted while drawing");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    static void run(java.util.concurrent.Executor ui, Runnable work) {
        call(
                ui,
                () -> {
                    work.run();
                    return true;
                });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoException("interrupted while starting");
        }
    }

    static void stop() {
        Platform.exit();
    }
}

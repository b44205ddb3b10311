package baton.desktop.app;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The threads beside the FX thread that one window needs: two that read the store, one for what
/// takes minutes, and a virtual one for each call to the relay, of which a window has one at a
/// time.
final class WindowThreads implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WindowThreads.class);
    private static final int READERS = 2;
    private static final long PATIENCE_SECONDS = 5;

    private final ExecutorService readers =
            Executors.newFixedThreadPool(
                    READERS, Thread.ofPlatform().daemon().name("store-read-", 1).factory());
    private final ExecutorService network =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("account-", 1).factory());

    private final ExecutorService workers =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("work").factory());

    /// Refuses nothing loudly: a view that closes late asks for reads that nobody needs any more.
    Executor readers() {
        return task -> submit(readers, task);
    }

    Executor network() {
        return task -> submit(network, task);
    }

    /// For what takes minutes: an export, a backup.
    Executor workers() {
        return task -> submit(workers, task);
    }

    private static void submit(ExecutorService executor, Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("Asked for work after the window was closed", e);
        }
    }

    /// Waits for reads under way, so that the store may be closed afterwards.
    @Override
    public void close() {
        network.shutdownNow();
        workers.shutdownNow();
        try {
            if (!workers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A piece of work does not end");
            }
            readers.shutdown();
            if (!readers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A read of the store does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

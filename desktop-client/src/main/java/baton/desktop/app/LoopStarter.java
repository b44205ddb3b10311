package baton.desktop.app;

import baton.desktop.net.Connector;
import baton.desktop.runtime.ChangeHints;
import baton.desktop.runtime.Intents;
import baton.desktop.runtime.SteadyClock;
import baton.desktop.runtime.SyncLoop;
import baton.desktop.store.Identity;
import baton.desktop.store.Store;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives a sync loop its thread, its timer, its clock and its chance.
final class LoopStarter implements SyncStarter {
    private static final Logger LOG = LoggerFactory.getLogger(LoopStarter.class);

    private final InstantSource wall;

    LoopStarter() {
        this(InstantSource.system());
    }

    /// @param wall what stands for the clock on the wall, which may jump either way
    LoopStarter(InstantSource wall) {
        this.wall = wall;
    }

    @Override
    public Sync start(Store store, Connector connector, Identity self) {
        ScheduledThreadPoolExecutor timer =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().name("timer-" + self.device()).daemon().factory());
        timer.setRemoveOnCancelPolicy(true);
        SyncLoop loop =
                new SyncLoop(
                        store,
                        connector,
                        self,
                        new SyncLoop.Surroundings(
                                new SteadyClock(wall, System::nanoTime),
                                wall,
                                timer,
                                new SecureRandom()));
        Thread thread =
                Thread.ofPlatform()
                        .name("sync-" + self.device())
                        .uncaughtExceptionHandler(
                                (dead, e) -> LOG.error("{} ended by an error", dead.getName(), e))
                        .start(loop);
        return new Running(loop, thread, timer);
    }

    private record Running(SyncLoop loop, Thread thread, ScheduledThreadPoolExecutor timer)
            implements Sync {
        @Override
        public Intents intents() {
            return loop;
        }

        @Override
        public ChangeHints hints() {
            return loop.hints();
        }

        /// Waits for the turn that is running: the store is closed next.
        @Override
        public void close() {
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            timer.shutdownNow();
        }
    }
}

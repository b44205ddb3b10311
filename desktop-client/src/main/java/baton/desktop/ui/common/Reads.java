package baton.desktop.ui.common;

import baton.desktop.runtime.Pin;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Reads of the store for the screen: asked on the FX thread, done on a reader thread, answered on
/// the FX thread. Each view has a [Lane] of its own, which is what bounds the work: a lane never
/// has more than one read under way and one waiting, however fast hints arrive.
public final class Reads {
    private final Executor readers;
    private final Executor ui;

    /// @param readers the `store-read` threads, made by wiring; a test may pass `Runnable::run`
    /// @param ui the FX thread
    public Reads(Executor readers, Executor ui) {
        this.readers = readers;
        this.ui = ui;
    }

    public Lane lane() {
        return new Lane();
    }

    /// One view's reads, FX thread only. A newer read replaces one that still waits: it would have
    /// answered what is already out of date. After closing, no answer arrives any more.
    public final class Lane implements Pin {
        /// Holds one at most.
        private final Deque<Runnable> waiting = new ArrayDeque<>();

        private boolean busy;
        private boolean closed;

        /// @param query runs on a reader thread; must touch no view state
        /// @param answer gets the result on the FX thread
        public <T> void read(Supplier<T> query, Consumer<T> answer) {
            Runnable task = () -> readers.execute(() -> perform(query, answer));
            if (busy) {
                waiting.clear();
                waiting.add(task);
            } else {
                busy = true;
                task.run();
            }
        }

        /// Forgets what waits; what is under way answers nobody.
        @Override
        public void close() {
            closed = true;
            waiting.clear();
        }

        private <T> void perform(Supplier<T> query, Consumer<T> answer) {
            try {
                T result = query.get();
                ui.execute(() -> finish(() -> answer.accept(result)));
            } catch (RuntimeException failure) {
                ui.execute(() -> finish(() -> {}));
                throw failure;
            }
        }

        private void finish(Runnable answer) {
            busy = false;
            if (closed) {
                return;
            }
            Runnable next = waiting.poll();
            if (next != null) {
                busy = true;
                next.run();
            }
            answer.run();
        }
    }
}

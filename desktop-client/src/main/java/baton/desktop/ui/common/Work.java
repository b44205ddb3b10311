package baton.desktop.ui.common;

import baton.desktop.store.Watch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/// A long piece of work of one view: at most one at a time, beside the FX thread, with a share that
/// is done and a way to break it off. FX thread.
public final class Work {
    /// While nobody knows how much there is to do.
    public static final double UNKNOWN = -1;

    private final Executor workers;
    private final Executor ui;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(UNKNOWN);
    private final AtomicBoolean wanted = new AtomicBoolean();

    /// @param workers may block for long
    public Work(Executor workers, Executor ui) {
        this.workers = workers;
        this.ui = ui;
    }

    /// From 0 to 1, or [#UNKNOWN].
    public ReadOnlyDoubleProperty shareProperty() {
        return share.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Begins, unless something is under way. A bug is answered as a trouble, so that nobody waits
    /// for ever, and goes on to whoever keeps the other thread.
    public <T> void start(Function<Watch, Outcome<T>> task, Consumer<Outcome<T>> answer) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        share.set(UNKNOWN);
        wanted.set(true);
        workers.execute(() -> {
            try {
                Outcome<T> outcome = task.apply(new Progress());
                ui.execute(() -> finish(outcome, answer));
            } catch (RuntimeException bug) {
                ui.execute(() -> finish(new Outcome.Failed<>(Outcome.UNEXPECTED), answer));
                throw bug;
            }
        });
    }

    private <T> void finish(Outcome<T> outcome, Consumer<Outcome<T>> answer) {
        busy.set(false);
        answer.accept(outcome);
    }

    /// Asks what is under way to end.
    public void stop() {
        wanted.set(false);
    }

    private final class Progress implements Watch {
        private static final int STEPS = 200;
        private long shown = -1;

        @Override
        public boolean isWanted() {
            return wanted.get();
        }

        @Override
        public void passed(long done, long total) {
            long step = total == 0 ? 0 : done * STEPS / total;
            if (step != shown) {
                shown = step;
                double now = (double) step / STEPS;
                ui.execute(() -> share.set(now));
            }
        }
    }
}

package baton.desktop.ui.common;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Where a view model has slow work done.
///
/// @param network may block
/// @param ui the FX thread
public record Threads(Executor network, Executor ui) {

    /// Asks beside the FX thread and answers on it. A bug is answered with `ifBug`, so that nobody
    /// waits for ever, and goes on to whoever keeps the other thread.
    public <T> void ask(Supplier<? extends T> question, T ifBug, Consumer<T> answer) {
        network.execute(() -> {
            try {
                T result = question.get();
                ui.execute(() -> answer.accept(result));
            } catch (RuntimeException bug) {
                ui.execute(() -> answer.accept(ifBug));
                throw bug;
            }
        });
    }
}

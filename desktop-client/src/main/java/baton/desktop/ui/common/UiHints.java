package baton.desktop.ui.common;

import baton.desktop.runtime.ChangeHints;
import baton.desktop.runtime.Hint;
import baton.desktop.runtime.Pin;
import baton.desktop.runtime.SyncStatus;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Change hints as a view wants them: on the FX thread, and only one of a kind at a time. Hints
/// that wait are merged (a timeline's ranges are joined; of a status, and of what somebody does at
/// the moment, the newest stays), so a catch-up of 100,000 messages costs a view one call per pulse
/// and the memory of one hint per conversation.
public final class UiHints {
    private final ChangeHints hints;
    private final Executor ui;

    public UiHints(ChangeHints hints, Executor ui) {
        this.hints = hints;
        this.ui = ui;
    }

    /// Starts listening; nothing is called after the pin was closed on the FX thread.
    public Pin listen(Consumer<Hint> listener) {
        Merged merged = new Merged(listener, ui);
        Pin pin = hints.listen(merged::accept);
        return () -> {
            pin.close();
            merged.closed.set(true);
        };
    }

    /// Looks inside, until it is closed.
    public ChangeHints.Inspecting inspect() {
        return hints.inspect();
    }

    /// How things stand now. Any thread.
    public SyncStatus status() {
        return hints.status();
    }

    private static final class Merged {
        private final Map<Object, Hint> waiting = new ConcurrentHashMap<>();
        private final AtomicBoolean asked = new AtomicBoolean();
        private final AtomicBoolean closed = new AtomicBoolean();
        private final Consumer<Hint> listener;
        private final Executor ui;

        private Merged(Consumer<Hint> listener, Executor ui) {
            this.listener = listener;
            this.ui = ui;
        }

        private void accept(Hint hint) {
            waiting.merge(keyOf(hint), hint, Merged::join);
            if (asked.compareAndSet(false, true)) {
                ui.execute(this::deliver);
            }
        }

        private void deliver() {
            asked.set(false);
            for (Object key : List.copyOf(waiting.keySet())) {
                Hint hint = waiting.remove(key);
                if (hint != null && !closed.get()) {
                    listener.accept(hint);
                }
            }
        }

        private static Object keyOf(Hint hint) {
            return switch (hint) {
                case Hint.Timeline timeline ->
                        new Slot("timeline", timeline.conversation().value());
                case Hint.Typing typing -> new Slot("typing", typing.conversation().value());
                case Hint.Presence presence -> new Slot("presence", presence.account().handle());
                case Hint.Status status -> new Slot("status", "");
                case Hint.Search search -> new Slot("search", "");
                default -> hint;
            };
        }

        private static Hint join(Hint earlier, Hint later) {
            if (earlier instanceof Hint.Timeline a && later instanceof Hint.Timeline b) {
                return new Hint.Timeline(
                        a.conversation(), Math.min(a.from(), b.from()), Math.max(a.to(), b.to()));
            }
            return later;
        }
    }

    private record Slot(String kind, String name) {}
}

package baton.desktop.ui.status;

import baton.desktop.runtime.ChangeHints;
import baton.desktop.runtime.Inspection;
import baton.desktop.runtime.Pin;
import baton.desktop.runtime.SyncStatus;
import baton.desktop.ui.common.UiContext;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// How the connection does, read again at each [#refresh] while it is open. FX thread.
final class ConnectionViewModel {
    private final UiContext context;
    private final RelayFacts relay;
    private final ConnectionWords words;
    private final ReadOnlyObjectWrapper<List<Fact>> facts = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<String>> frames =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<String>> faults =
            new ReadOnlyObjectWrapper<>(List.of());
    private Inspection last = Inspection.NOTHING;

    /// One line: what, and how much of it.
    record Fact(String name, String value) {}

    ConnectionViewModel(UiContext context, RelayFacts relay) {
        this.context = context;
        this.relay = relay;
        this.words = new ConnectionWords(context.texts(), context.times());
    }

    /// Looks inside until it is closed.
    ///
    /// @param often calls [#refresh] again and again until it is closed
    Pin open(Function<Runnable, Pin> often) {
        ChangeHints.Inspecting inside = context.hints().inspect();
        Pin beat = often.apply(() -> refresh(inside));
        refresh(inside);
        return () -> {
            beat.close();
            inside.close();
        };
    }

    private void refresh(ChangeHints.Inspecting inside) {
        last = inside.now();
        SyncStatus status = context.hints().status();
        facts.set(words.facts(relay, context.me().device(), status, last));
        frames.set(words.frames(last));
        faults.set(words.faults(last));
    }

    ReadOnlyObjectProperty<List<Fact>> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /// Newest first.
    ReadOnlyObjectProperty<List<String>> framesProperty() {
        return frames.getReadOnlyProperty();
    }

    /// Newest first.
    ReadOnlyObjectProperty<List<String>> faultsProperty() {
        return faults.getReadOnlyProperty();
    }

    /// All of it for a report, without anything that names a person or a place.
    String report() {
        return ConnectionReport.of(
                relay,
                context.me().device(),
                context.times().now(),
                context.hints().status(),
                last);
    }
}

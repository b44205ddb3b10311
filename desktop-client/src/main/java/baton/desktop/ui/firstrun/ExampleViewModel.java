package baton.desktop.ui.firstrun;

import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Threads;
import baton.desktop.ui.notices.LocalTrouble;
import baton.desktop.ui.notices.Notice;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The door to the [Example]. FX thread; windows are opened beside it.
public final class ExampleViewModel {

    /// How far it is open. One example at a time: they would share their devices.
    enum State {
        CLOSED("firstrun.example"),
        OPENING("firstrun.example.opening"),
        OPEN("firstrun.example.open");

        private final String key;

        State(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    private final Example example;
    private final Threads threads;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.CLOSED);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    public ExampleViewModel(Example example, Threads threads, Texts texts) {
        this.example = example;
        this.threads = threads;
        this.texts = texts;
    }

    boolean isOffered() {
        return example.isOffered();
    }

    /// Does nothing while an example is open.
    void open() {
        if (state.get() != State.CLOSED) {
            return;
        }
        state.set(State.OPENING);
        problem.set("");
        threads.ask(
                () -> example.open(() -> threads.ui().execute(this::onClosed)),
                Optional.of(LocalTrouble.EXAMPLE_FAILED.code()),
                this::onAnswer);
    }

    private void onAnswer(Optional<String> trouble) {
        if (trouble.isEmpty()) {
            // It may be closed already.
            state.set(state.get() == State.OPENING ? State.OPEN : state.get());
            return;
        }
        Notice notice = Notice.of(trouble.get(), texts);
        problem.set(notice.title() + ". " + notice.brief(texts));
        state.set(State.CLOSED);
    }

    private void onClosed() {
        state.set(State.CLOSED);
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Why there are no windows, and what to do; empty if nothing went wrong.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}

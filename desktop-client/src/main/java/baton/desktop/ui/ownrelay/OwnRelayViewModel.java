package baton.desktop.ui.ownrelay;

import baton.desktop.runtime.RelayInvite;
import baton.desktop.ui.common.OwnRelay;
import baton.desktop.ui.common.OwnRelay.State;
import baton.desktop.ui.common.OwnRelay.Wishes;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Threads;
import baton.desktop.ui.notices.LocalTrouble;
import baton.desktop.ui.notices.Notice;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The relay on this computer: how it stands, and what a person may do with it, one thing at a
/// time. FX thread; the relay is asked on another.
public final class OwnRelayViewModel {

    /// What it is doing, as far as this window knows.
    enum Phase {
        LOOKING,
        OFF,
        STARTING,
        STOPPING,
        CHANGING,
        ON;

        boolean isBusy() {
            return this != OFF && this != ON;
        }
    }

    private final OwnRelay relay;
    private final Threads threads;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.LOOKING);
    private final ReadOnlyObjectWrapper<Optional<State.Running>> running =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Wishes> wishes =
            new ReadOnlyObjectWrapper<>(new Wishes(false, false));
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    public OwnRelayViewModel(OwnRelay relay, Threads threads, Texts texts) {
        this.relay = relay;
        this.threads = threads;
        this.texts = texts;
    }

    /// Whether it may be offered at all.
    public boolean isOffered() {
        return relay.isOffered();
    }

    private record Answer(Optional<String> trouble, State state, Wishes wishes) {}

    ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// The ways to it; empty unless it serves.
    ReadOnlyObjectProperty<Optional<State.Running>> runningProperty() {
        return running.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Wishes> wishesProperty() {
        return wishes.getReadOnlyProperty();
    }

    /// What went wrong and what to do; empty if nothing did.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Looks how it stands.
    void look() {
        ask(Phase.LOOKING, Optional::empty, served -> {});
    }

    /// @param served hears the way to it on this computer, once it serves
    void start(Consumer<RelayInvite> served) {
        if (!phase.get().isBusy()) {
            ask(Phase.STARTING, relay::start, served);
        }
    }

    void stop() {
        if (!phase.get().isBusy()) {
            ask(Phase.STOPPING, relay::stop, served -> {});
        }
    }

    void keepRunning(boolean kept) {
        choose(new Wishes(kept, wishes.get().shared()));
    }

    void share(boolean shared) {
        choose(new Wishes(wishes.get().keptRunning(), shared));
    }

    private void choose(Wishes chosen) {
        if (!phase.get().isBusy()) {
            ask(Phase.CHANGING, () -> relay.choose(chosen), served -> {});
        }
    }

    private void ask(
            Phase meanwhile, Supplier<Optional<String>> deed, Consumer<RelayInvite> served) {
        phase.set(meanwhile);
        problem.set("");
        Wishes before = wishes.get();
        threads.ask(
                () -> {
                    Optional<String> trouble = deed.get();
                    return new Answer(trouble, relay.state(), relay.wishes());
                },
                new Answer(
                        Optional.of(LocalTrouble.UNEXPECTED.code()),
                        new State.Stopped(Optional.empty()),
                        before),
                answer -> show(answer, served));
    }

    private void show(Answer answer, Consumer<RelayInvite> served) {
        wishes.set(answer.wishes());
        Optional<String> trouble = answer.trouble();
        switch (answer.state()) {
            case State.Never never -> rest();
            case State.Stopped stopped -> {
                rest();
                trouble = trouble.or(stopped::trouble);
            }
            case State.Running serves -> {
                running.set(Optional.of(serves));
                phase.set(Phase.ON);
                served.accept(serves.here());
            }
        }
        problem.set(trouble.map(code -> sentences(Notice.of(code, texts))).orElse(""));
    }

    private void rest() {
        running.set(Optional.empty());
        phase.set(Phase.OFF);
    }

    private String sentences(Notice notice) {
        return notice.title() + ". " + notice.brief(texts);
    }
}

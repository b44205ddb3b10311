package baton.desktop.ui;

import baton.desktop.runtime.RelayInvite;
import baton.desktop.ui.common.OwnRelay;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Threads;
import baton.desktop.ui.ownrelay.OwnRelayDoor;
import baton.desktop.ui.ownrelay.OwnRelayViewModel;
import baton.model.KeyFingerprint;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Parent;

/// A relay on this computer without a relay.
public final class SampleOwnRelay implements OwnRelay {
    public static final KeyFingerprint KEY =
            new KeyFingerprint("3f2a99c1d0b4e5f6071829304a5b6c7d8e9fa0b1c2d3e4f5061728394a5b6c7d");

    private State state = new State.Never();
    private Wishes wishes = new Wishes(false, false);
    private Optional<String> trouble = Optional.empty();

    /// One that runs already.
    public static SampleOwnRelay running(boolean shared) {
        SampleOwnRelay relay = new SampleOwnRelay();
        relay.wishes = new Wishes(true, shared);
        relay.start();
        return relay;
    }

    public OwnRelayViewModel model(Texts texts) {
        return new OwnRelayViewModel(this, new Threads(Runnable::run, Runnable::run), texts);
    }

    /// What the first window offers.
    public Function<Consumer<RelayInvite>, Parent> doorIn(Texts texts) {
        return chosen -> {
            OwnRelayDoor door = new OwnRelayDoor(model(texts), texts, chosen);
            door.open();
            return door.root();
        };
    }

    /// What goes wrong from now on.
    public void fail(String code) {
        trouble = Optional.of(code);
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public Wishes wishes() {
        return wishes;
    }

    @Override
    public Optional<String> start() {
        if (trouble.isEmpty()) {
            state =
                    new State.Running(
                            way("localhost"),
                            wishes.shared() ? Optional.of(way("192.168.1.20")) : Optional.empty());
        }
        return trouble;
    }

    private static RelayInvite way(String host) {
        return RelayInvite.of("wss://" + host + ":7340", KEY).orElseThrow();
    }

    @Override
    public Optional<String> stop() {
        state = new State.Stopped(Optional.empty());
        return Optional.empty();
    }

    @Override
    public Optional<String> choose(Wishes chosen) {
        wishes = chosen;
        return state instanceof State.Running ? start() : Optional.empty();
    }
}

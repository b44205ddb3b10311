package baton.desktop.ui.common;

import baton.desktop.runtime.RelayInvite;
import java.util.Optional;

/// The relay on this computer, if a person wants one: a program with a life of its own, the same
/// one for every profile. Every call blocks on disk and processes: never on the FX thread. Any
/// thread.
public interface OwnRelay {

    /// How it stands.
    sealed interface State {
        /// Nobody ever wanted one here.
        record Never() implements State {}

        /// @param trouble why it did not start the last time; empty if nobody tried since
        record Stopped(Optional<String> trouble) implements State {}

        /// @param here the way to it on this computer
        /// @param others the way to it from others in the network; empty unless it is shared, and
        ///   this computer is in a network
        record Running(RelayInvite here, Optional<RelayInvite> others) implements State {}
    }

    /// What a person chose for it.
    ///
    /// @param keptRunning whether it goes on when Baton is closed
    /// @param shared whether others in the network may reach it
    record Wishes(boolean keptRunning, boolean shared) {}

    /// Whether a window may offer it at all.
    default boolean isOffered() {
        return true;
    }

    State state();

    Wishes wishes();

    /// Starts it and waits until it serves; nothing happens if it does already. From now on it
    /// starts with every window.
    ///
    /// @return code of what went wrong; empty if it serves
    Optional<String> start();

    /// Stops it and waits until it has ended. It does not start by itself any more.
    ///
    /// @return code of what went wrong; empty if it has ended
    Optional<String> stop();

    /// Keeps what was chosen. A relay that serves is started anew, and its devices come back to it.
    ///
    /// @return code of what went wrong
    Optional<String> choose(Wishes wishes);

    /// For a window that is an example itself.
    static OwnRelay none() {
        return new OwnRelay() {
            @Override
            public boolean isOffered() {
                return false;
            }

            @Override
            public State state() {
                return new State.Never();
            }

            @Override
            public Wishes wishes() {
                return new Wishes(false, false);
            }

            @Override
            public Optional<String> start() {
                return Optional.empty();
            }

            @Override
            public Optional<String> stop() {
                return Optional.empty();
            }

            @Override
            public Optional<String> choose(Wishes wishes) {
                return Optional.empty();
            }
        };
    }
}

package baton.desktop.runtime;

import baton.desktop.sync.Readings;
import baton.desktop.sync.Standing;
import baton.protocol.ClientFrame;
import java.time.Instant;

/// Where the effects of a turn leave, after its commit. Called on the `sync` thread only; nothing
/// blocks.
public interface Outlet {

    /// @param connection that the frame is meant for; if it is gone, so is the frame
    void transmit(long connection, ClientFrame frame);

    /// @param connection what every later input about it is to be marked with
    void connect(long connection);

    void disconnect(long connection);

    /// Ends whatever connection there is: the engine that knew it is gone.
    void disconnectAll();

    /// @param at when to run a turn at the latest, instead of any moment named before;
    ///   [Instant#MAX] for never
    void wakeAt(Instant at);

    void hint(Hint hint);

    /// Whether somebody wants [#readings].
    default boolean isWatched() {
        return false;
    }

    /// What the engine has at hand at the end of a turn; given only while it [#isWatched].
    default void readings(Readings readings) {}

    /// How things stand at the end of a turn.
    void standing(Standing standing);
}

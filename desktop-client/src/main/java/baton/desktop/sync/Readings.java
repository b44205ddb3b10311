package baton.desktop.sync;

import java.time.Duration;
import java.time.Instant;

/// What an engine has at hand about its connection, for whoever looks inside. Nothing depends on
/// it.
///
/// @param questions open questions about holes of logs
/// @param sending sends without an answer yet
public record Readings(Relay relay, Feed feed, Window window, int questions, int sending) {

    /// @param version of the frames on the connection
    /// @param epoch of the relay's store that this device goes by
    /// @param heardAt the last frame of this connection; [Instant#EPOCH] before the first
    /// @param roundTrip from a beat to its answer, as the engine saw them; zero when unknown
    public record Relay(int version, long epoch, Instant heardAt, Duration roundTrip) {}

    /// @param cursor revision up to which the registers are held
    /// @param newest revision that the relay has told of
    public record Feed(long cursor, long newest) {}

    /// How many pushed events may come ahead.
    ///
    /// @param owed taken and not given back yet
    public record Window(int size, int owed) {}
}

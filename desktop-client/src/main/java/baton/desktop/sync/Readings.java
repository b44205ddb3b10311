package baton.desktop.sync;

import baton.model.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What an engine has at hand about its connection, for whoever looks inside. Nothing depends on
/// it.
///
/// @param questions open questions about holes of logs
public record Readings(Relay relay, Feed feed, Window window, int questions, Sending sending) {
    public static final int ATTEMPTS_MAX = 500;

    /// What waits in the outbox and has gone out at least once.
    ///
    /// @param onTheirWay sends without an answer yet
    /// @param attempts at most [#ATTEMPTS_MAX]
    public record Sending(int onTheirWay, List<Attempt> attempts) {
        public Sending {
            attempts = List.copyOf(attempts);
        }
    }

    /// How a row of the outbox was tried.
    ///
    /// @param tries how often it went out since this program started
    /// @param at when something of its conversation went out last
    /// @param code why it is still here: `no-answer`, or a [baton.model.Refusal]; empty while its
    ///   answer may still come
    /// @param next when it goes out again if nothing else happens; [Instant#MAX] if it waits for a
    ///   connection or for its turn
    public record Attempt(
            ConversationId conversation,
            long clientSeq,
            int tries,
            Instant at,
            String code,
            Instant next) {}

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

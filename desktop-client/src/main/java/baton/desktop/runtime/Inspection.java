package baton.desktop.runtime;

import baton.model.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How the connection does, in numbers. Holds no text that a person wrote, no name and no token;
/// the attempts alone name conversations, and stay in the window.
///
/// @param attempts of what waits in the outbox, some hundreds at most
/// @param frames since somebody has been looking, oldest first, [#FRAMES_MAX] at most
/// @param faults since the start, oldest first, [#FAULTS_MAX] at most
public record Inspection(
        Relay relay,
        Feed feed,
        Queues queues,
        List<Attempt> attempts,
        List<Frame> frames,
        List<Fault> faults) {
    public static final int FRAMES_MAX = 200;
    public static final int FAULTS_MAX = 16;
    public static final Inspection NOTHING =
            new Inspection(
                    new Relay(0, 0, Instant.EPOCH, Duration.ZERO),
                    new Feed(0, 0),
                    new Queues(0, 0, 0, 0, 0),
                    List.of(),
                    List.of(),
                    List.of());

    public Inspection {
        attempts = List.copyOf(attempts);
        frames = List.copyOf(frames);
        faults = List.copyOf(faults);
    }

    /// @param version of the protocol that is spoken; 0 while unknown
    /// @param epoch of the relay's store that this device goes by
    /// @param heardAt the last frame of this connection; [Instant#EPOCH] for none
    /// @param roundTrip from a beat to its answer; zero when unknown
    public record Relay(int version, long epoch, Instant heardAt, Duration roundTrip) {}

    /// @param cursor revision up to which the account's registers are held
    /// @param newest revision that the relay has told of
    public record Feed(long cursor, long newest) {}

    /// @param credit pushed events that the relay may send ahead
    /// @param owed taken and not given back yet
    /// @param questions open ones about holes of logs
    /// @param sending sends without an answer yet
    /// @param inputs what waits for the `sync` thread
    public record Queues(int credit, int owed, int questions, int sending, int inputs) {}

    /// How a row of the outbox was tried.
    ///
    /// @param tries how often it went out since this program started
    /// @param at when it went out last, or something else of its conversation
    /// @param code why it is still here: `no-answer`, or a [baton.model.Refusal]; empty while its
    ///   answer may still come
    /// @param next when it goes out again; [Instant#MAX] if it waits for a connection or its turn
    public record Attempt(
            ConversationId conversation,
            long clientSeq,
            int tries,
            Instant at,
            String code,
            Instant next) {}

    /// @param kind the frame's word in the protocol
    /// @param chars of its text
    public record Frame(Instant at, boolean outgoing, String kind, int chars) {}

    /// @param code of a [baton.model.Refusal] or of a local reason
    public record Fault(Instant at, String code) {}
}

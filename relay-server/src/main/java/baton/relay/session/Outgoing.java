package baton.relay.session;

import baton.protocol.FrameCodec;
import baton.protocol.ServerFrame;
import baton.relay.node.Push;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/// What leaves a session: answers always, or the session ends; pushes as far as the device has
/// begun to sync, has credit and its queue has room. A push that is dropped leaves the device
/// *behind*: it gets one beat with the newest revision as soon as it has credit, and asks. Confined
/// to the session's thread, except [#isBehind].
final class Outgoing {
    /// A hint that found no room is tried again after this time, since each costs a read.
    static final Duration HINT_AGAIN = Duration.ofSeconds(1);

    private final FrameSink sink;
    private final FrameCodec codec;
    private final int version;
    private final RelayMetrics metrics;
    private final Consumer<Ending> end;
    private final CreditWindow credit = new CreditWindow();
    private boolean isSyncing;
    private Instant hintFrom = Instant.MIN;

    Outgoing(
            FrameSink sink,
            FrameCodec codec,
            int version,
            RelayMetrics metrics,
            Consumer<Ending> end) {
        this.sink = sink;
        this.codec = codec;
        this.version = version;
        this.metrics = metrics;
        this.end = end;
    }

    /// Whether any push was dropped since the device was last told to ask.
    boolean isBehind() {
        return credit.isBehind();
    }

    void answer(ServerFrame frame) {
        if (Frames.since(frame) <= version) {
            refusalIn(frame);
            answer(codec.encode(frame));
        }
    }

    /// A device waits for its answers, so that none may be dropped while the connection stays.
    void answer(String encoded) {
        if (!sink.offer(encoded)) {
            end.accept(Ending.NOT_READING);
        }
    }

    private void refusalIn(ServerFrame frame) {
        String code =
                switch (frame) {
                    case ServerFrame.Refused refused -> refused.code();
                    case ServerFrame.Done done -> done.code();
                    case ServerFrame.Offered offered -> offered.code();
                    case ServerFrame.Fault fault -> fault.code();
                    default -> "";
                };
        if (!code.isEmpty()) {
            metrics.refused(code);
        }
    }

    /// From now on pushes go out.
    void beginPushes() {
        isSyncing = true;
    }

    void giveBack(int stored, int window) {
        credit.giveBack(stored, window);
    }

    /// Says that pushes were dropped before they came here.
    void missed() {
        if (isSyncing) {
            metrics.pushDropped();
            credit.missed();
        }
    }

    void pass(Push push) {
        if (!isSyncing) {
            return;
        }
        if (push.isMoment()) {
            if (version >= Frames.MOMENTS_SINCE && !credit.isBehind()) {
                sink.offerPush(push.frame());
            }
            return;
        }
        boolean isGranted = credit.take(push.events());
        if (isGranted && !sink.offerPush(push.frame())) {
            credit.untake(push.events());
            isGranted = false;
        }
        if (!isGranted) {
            metrics.pushDropped();
        }
    }

    /// Whether the device missed something and may be told so now.
    boolean mayCatchUp(Instant now) {
        return credit.mayCatchUp() && !now.isBefore(hintFrom);
    }

    /// Whether a hint waits for room in the queue, so that it is worth looking again.
    boolean owesHint() {
        return credit.mayCatchUp();
    }

    /// Tells a device that missed something how far the feed is.
    void catchUp(ServerFrame.Beat beat) {
        if (sink.offerPush(codec.encode(beat))) {
            credit.caughtUp();
        } else {
            hintFrom = beat.at().plus(HINT_AGAIN);
        }
    }

    void close(Ending reason) {
        reason.bye()
                .map(bye -> new ServerFrame.Bye(bye.refusal().code(), bye.retryAfterMillis()))
                .ifPresent(bye -> {
                    metrics.refused(bye.code());
                    sink.offer(codec.encode(bye));
                });
        sink.close(reason.code(), reason.reason());
    }
}

package baton.desktop.sync;

import baton.protocol.ClientFrame;
import baton.protocol.ProtocolVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Collects what one step of the engine wants, in order.
final class Effects {
    private final List<SyncEffect> wanted = new ArrayList<>();
    private long connection;
    private int version = ProtocolVersion.CURRENT;

    /// @param current connection that frames are meant for from now on
    void connected(long current) {
        connection = current;
    }

    /// @param spoken version of the frames on the current connection
    void speaks(int spoken) {
        version = spoken;
    }

    int version() {
        return version;
    }

    void add(SyncEffect effect) {
        wanted.add(effect);
    }

    /// A frame that the version of the connection does not have is not sent; whoever wanted it
    /// waits for a relay that has it.
    void transmit(ClientFrame frame) {
        if (version >= since(frame)) {
            wanted.add(new SyncEffect.Transmit(connection, frame));
        }
    }

    private static int since(ClientFrame frame) {
        return switch (frame) {
            case ClientFrame.Set set -> 2;
            case ClientFrame.Typing typing -> 2;
            case ClientFrame.Watch watch -> 2;
            case ClientFrame.Probe probe -> 2;
            case ClientFrame.Offer offer -> 2;
            case ClientFrame.Audit audit -> 2;
            case ClientFrame.Sync sync -> 1;
            case ClientFrame.Fetch fetch -> 1;
            case ClientFrame.Send send -> 1;
            case ClientFrame.Mark mark -> 1;
            case ClientFrame.Draft draft -> 1;
            case ClientFrame.Credit credit -> 1;
            case ClientFrame.Beat beat -> 1;
        };
    }

    /// @param about what it is about, for the log
    void trouble(String code, Object about) {
        wanted.add(new SyncEffect.Trouble(code, about.toString()));
    }

    List<SyncEffect> take() {
        List<SyncEffect> taken = List.copyOf(wanted);
        wanted.clear();
        return taken;
    }

    /// The earliest of some moments.
    static Instant earliest(Instant... moments) {
        return Arrays.stream(moments).reduce(Instant.MAX, Effects::earlier);
    }

    /// The earlier of two moments.
    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}

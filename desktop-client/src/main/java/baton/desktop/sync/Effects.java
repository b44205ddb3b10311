package baton.desktop.sync;

import baton.protocol.ClientFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Collects what one step of the engine wants, in order.
final class Effects {
    private final List<SyncEffect> wanted = new ArrayList<>();
    private long connection;

    /// @param current connection that frames are meant for from now on
    void connected(long current) {
        connection = current;
    }

    void add(SyncEffect effect) {
        wanted.add(effect);
    }

    void transmit(ClientFrame frame) {
        wanted.add(new SyncEffect.Transmit(connection, frame));
    }

    void trouble(String code) {
        wanted.add(new SyncEffect.Trouble(code));
    }

    List<SyncEffect> take() {
        List<SyncEffect> taken = List.copyOf(wanted);
        wanted.clear();
        return taken;
    }

    /// The earlier of two moments.
    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}

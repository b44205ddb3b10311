package baton.endtoend;

import baton.protocol.ProtocolVersion;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// What devices say first to relays that stand for older ones: the newest version becomes one that
/// nobody speaks, so that the relay refuses it as an older one would, and a version that both know
/// is spoken. For any threads.
final class Handshakes {
    private static final int UNKNOWN = 9;

    private final Set<Integer> old = ConcurrentHashMap.newKeySet();
    private final AtomicInteger olderSpoken = new AtomicInteger();

    void age(int port) {
        old.add(port);
    }

    void renew(int port) {
        old.remove(port);
    }

    /// How many handshakes offered an older version than the newest.
    int olderSpoken() {
        return olderSpoken.get();
    }

    /// Looks at what a device says first and, if its relay is an older one, changes it.
    ///
    /// @param port of the relay
    /// @return whether an older version than the newest is offered
    boolean pass(int port, byte[] first, int length) {
        String text = new String(first, 0, length, StandardCharsets.ISO_8859_1);
        int newest = text.indexOf(offer(ProtocolVersion.CURRENT));
        if (newest >= 0 && old.contains(port)) {
            byte[] refused = offer(UNKNOWN).getBytes(StandardCharsets.ISO_8859_1);
            System.arraycopy(refused, 0, first, newest, refused.length);
        } else if (newest < 0 && text.contains(ProtocolVersion.HEADER + ": ")) {
            olderSpoken.incrementAndGet();
            return true;
        }
        return false;
    }

    private static String offer(int version) {
        return ProtocolVersion.HEADER + ": " + version + "\r\n";
    }
}

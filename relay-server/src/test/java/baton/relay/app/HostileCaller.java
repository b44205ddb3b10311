package baton.relay.app;

import baton.protocol.ProtocolVersion;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/// Says to a relay, one after the other and again from the beginning, all that no device says
/// ([HostileBytes]): with an account of its own, or before anybody was let in. One thread.
public final class HostileCaller {
    private final URI relay;
    private final Client client;
    private final String token;
    private long said;

    private interface Saying {
        void say() throws IOException;
    }

    private HostileCaller(URI relay, Client client, String token) {
        this.relay = relay;
        this.client = client;
        this.token = token;
    }

    /// Signs it up.
    ///
    /// @param relay only host and port count
    public static HostileCaller signUp(URI relay, String handle) {
        try {
            Client client = new Client(relay);
            return new HostileCaller(relay, client, client.signUp(handle).token());
        } catch (Exception e) {
            throw new AssertionError("no way in for " + handle, e);
        }
    }

    /// How many things it has said so far.
    public long said() {
        return said;
    }

    /// Goes on for so long. What it says before it was let in stays open till then, unless the
    /// relay ends it.
    public void call(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        List<RawSocket> waiting = new ArrayList<>();
        try {
            while (System.nanoTime() < end) {
                Iterator<Saying> all = everything(waiting).iterator();
                while (all.hasNext() && System.nanoTime() < end) {
                    all.next().say();
                    said++;
                }
            }
            for (RawSocket socket : waiting) {
                socket.close();
            }
        } catch (Exception e) {
            throw new AssertionError("something hostile could not be said", e);
        }
    }

    private Stream<Saying> everything(List<RawSocket> waiting) {
        Stream<Saying> attacks = HostileBytes.attacks().map(this::attack);
        Stream<Saying> odd = HostileBytes.odd().map(this::odd);
        Stream<Saying> knocks = HostileBytes.knocks().map(knock -> knock(knock, waiting));
        return Stream.concat(attacks, Stream.concat(odd, knocks));
    }

    private Saying attack(HostileBytes.Attack attack) {
        return () -> {
            try (RawSocket socket = inside()) {
                attack.bytes().forEach(socket::say);
                socket.ending();
            }
        };
    }

    /// Hangs up without listening.
    private Saying odd(HostileBytes.Attack attack) {
        return () -> {
            RawSocket socket = inside();
            attack.bytes().forEach(socket::say);
            socket.reset();
        };
    }

    private Saying knock(HostileBytes.Knock knock, List<RawSocket> waiting) {
        return () -> {
            RawSocket socket = new RawSocket(new Socket(relay.getHost(), relay.getPort()));
            waiting.add(socket);
            socket.say(knock.bytes());
        };
    }

    private RawSocket inside() throws IOException {
        RawSocket socket =
                new RawSocket(
                        client.handshaking(
                                ProtocolVersion.PATH,
                                ProtocolVersion.HEADER + ": " + ProtocolVersion.CURRENT,
                                "Authorization: Bearer " + token));
        socket.answer();
        return socket;
    }
}

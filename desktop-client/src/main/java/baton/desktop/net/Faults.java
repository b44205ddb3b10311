package baton.desktop.net;

import baton.model.Refusal;
import baton.protocol.ServerFrame;
import jakarta.websocket.CloseReason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.glassfish.tyrus.client.exception.DeploymentHandshakeException;

/// The words for everything that can go wrong between a device and its relay.
final class Faults {
    /// Nobody answers there, or the connection broke.
    static final String UNREACHABLE = "relay-unreachable";

    /// Somebody answers there who is no relay.
    static final String NOT_A_RELAY = "not-a-relay";

    /// The certificate is not one that this device trusts.
    static final String NOT_TRUSTED = "relay-not-trusted";

    /// The key is not the one that this device knows the relay by.
    static final String KEY_CHANGED = "relay-key-changed";

    /// Neither the relay nor, perhaps, the proxy before it answers.
    static final String BEHIND_PROXY = "proxy-unreachable";

    private static final int SERVER_ERRORS = 500;

    /// A key does not become the right one by asking again: a person has to look. A network that
    /// answers in the relay's place is left at some time, so it is not for ever.
    private static final Duration KEY_REST = Duration.ofHours(1);

    private Faults() {}

    /// Why no connection came about.
    static String ofHandshake(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DeploymentHandshakeException handshake) {
                return ofStatus(handshake.getHttpStatusCode());
            }
            if (cause instanceof IOException io) {
                return of(io);
            }
        }
        return UNREACHABLE;
    }

    /// The same fault, where a proxy stood in between.
    static String through(boolean proxy, String fault) {
        return proxy && fault.equals(UNREACHABLE) ? BEHIND_PROXY : fault;
    }

    /// The end of a connection, with the time after which another one may be tried.
    static ServerFrame.Bye end(String fault) {
        return new ServerFrame.Bye(fault, fault.equals(KEY_CHANGED) ? KEY_REST.toMillis() : 0);
    }

    /// What a status without a word of the relay means.
    static String ofStatus(int status) {
        return switch (status) {
            case 401 -> Refusal.DEVICE_SIGNED_OUT.code();
            case 403 -> Refusal.ORIGIN_REFUSED.code();
            case 426 -> Refusal.PROTOCOL_UNSUPPORTED.code();
            case 429 -> Refusal.RATE_LIMITED.code();
            default -> status >= SERVER_ERRORS ? Refusal.RELAY_UNAVAILABLE.code() : NOT_A_RELAY;
        };
    }

    /// The refusal of a key behind a failure.
    static Optional<UntrustedKeyException> keyBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UntrustedKeyException key) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    static String of(IOException failure) {
        return switch (failure) {
            case SSLException tls -> NOT_TRUSTED;
            case ConnectException refused -> UNREACHABLE;
            case ProtocolException nonsense -> NOT_A_RELAY;
            default -> UNREACHABLE;
        };
    }

    /// Why a connection ended about which the relay said no word.
    static String of(CloseReason.CloseCode code) {
        return switch (code.getCode()) {
            case 1002, 1007, 1009 -> Refusal.FRAME_MALFORMED.code();
            case 1012 -> Refusal.RELAY_STOPPING.code();
            case 1011, 1013 -> Refusal.RELAY_UNAVAILABLE.code();
            default -> UNREACHABLE;
        };
    }
}

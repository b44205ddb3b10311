package baton.desktop.net;

import baton.model.KeyFingerprint;
import baton.protocol.ProtocolVersion;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Where a relay is, and which key it must show. `ws` and `http` mean plain, `wss` and `https` mean
/// TLS. Without a scheme this computer is spoken to plainly, every other one with TLS, as a relay
/// expects it: what is said crosses a network in clear text only if somebody types `ws://` in
/// front. `baton://HOST:PORT/?key=FINGERPRINT` is TLS with a relay whose own key has that
/// fingerprint: an invite.
///
/// @param host without brackets if it is an IPv6 address
/// @param key that it must show; empty if it is enough that somebody vouches for its key
public record RelayAddress(boolean secure, String host, int port, Optional<KeyFingerprint> key) {
    private static final String INVITE = "baton";
    private static final String KEY = "key=";
    private static final int RELAY_PORT = 7340;
    private static final int HTTPS_PORT = 443;
    private static final int PORT_MAX = 65_535;
    private static final Set<String> PLAIN = Set.of("ws", "http");
    private static final Set<String> SECURE = Set.of("wss", "https", INVITE);
    private static final Set<String> LOCAL_ENDINGS =
            Set.of("localhost", "local", "lan", "internal", "home.arpa");

    public RelayAddress {
        if (key.isPresent() && !secure) {
            throw new IllegalArgumentException("a key without TLS");
        }
    }

    RelayAddress(boolean secure, String host, int port) {
        this(secure, host, port, Optional.empty());
    }

    /// Reads what people type: `localhost`, `localhost:7340`, `chat.example.org`, `wss://…`,
    /// `[::1]`; and what they paste: `baton://…`.
    public static Optional<RelayAddress> parse(String typed) {
        String text = typed.strip();
        boolean hasScheme = text.contains("://");
        try {
            URI uri = new URI(hasScheme ? text : "any://" + text);
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            boolean isInvite = hasScheme && scheme.equals(INVITE);
            if (uri.getHost() == null || hasMore(uri, isInvite) || uri.getPort() > PORT_MAX) {
                return Optional.empty();
            }
            if (hasScheme && !PLAIN.contains(scheme) && !SECURE.contains(scheme)) {
                return Optional.empty();
            }
            String host = uri.getHost().replace("[", "").replace("]", "").toLowerCase(Locale.ROOT);
            boolean secure = hasScheme ? SECURE.contains(scheme) : !isLoopback(host);
            RelayAddress address = new RelayAddress(secure, host, port(uri, host, secure));
            return isInvite ? keyOf(uri).map(address::withKey) : Optional.of(address);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /// Whoever runs a relay at home has no name for it, and no proxy in front of it.
    private static int port(URI uri, String host, boolean secure) {
        if (uri.getPort() > 0) {
            return uri.getPort();
        }
        return secure && !isLocal(host) ? HTTPS_PORT : RELAY_PORT;
    }

    private static boolean hasMore(URI uri, boolean isInvite) {
        boolean hasPath = !uri.getPath().isEmpty() && !uri.getPath().equals("/");
        return hasPath
                || (uri.getQuery() != null && !isInvite)
                || uri.getFragment() != null
                || uri.getUserInfo() != null;
    }

    /// What else stands in the query is of a newer version, and left alone.
    private static Optional<KeyFingerprint> keyOf(URI uri) {
        List<String> parts = Arrays.asList(String.valueOf(uri.getQuery()).split("&", -1));
        return parts.stream()
                .filter(part -> part.startsWith(KEY))
                .findFirst()
                .flatMap(part -> KeyFingerprint.parse(part.substring(KEY.length())));
    }

    private static boolean isLocal(String host) {
        if (host.contains(":") || Character.isDigit(host.charAt(host.length() - 1))) {
            return isLocalNumber(host);
        }
        return !host.contains(".")
                || LOCAL_ENDINGS.stream().anyMatch(ending -> host.endsWith("." + ending));
    }

    private static boolean isLocalNumber(String host) {
        return literal(host).map(RelayAddress::isLocal).orElseGet(() -> !host.contains("."));
    }

    private static boolean isLocal(InetAddress address) {
        boolean isUniqueLocal =
                address instanceof Inet6Address && (address.getAddress()[0] & 0xFE) == 0xFC;
        return isUniqueLocal
                || address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress();
    }

    private static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Whether it means the computer that it is used on, whichever that is.
    public boolean isLoopback() {
        return isLoopback(host);
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || literal(host).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    /// The same place, where this key must be shown.
    public RelayAddress withKey(KeyFingerprint key) {
        return new RelayAddress(true, host, port, Optional.of(key));
    }

    /// Whether both lead to the same relay, whatever is known of its key and of TLS.
    public boolean isSamePlace(RelayAddress other) {
        return host.equals(other.host) && port == other.port;
    }

    /// For people: `wss://192.168.1.20:7340`, without the key.
    public String shown() {
        return (secure ? "wss://" : "ws://") + authority();
    }

    /// All there is to it, as [#parse] reads it; an invite if there is a key.
    public String text() {
        return key.map(known -> INVITE + "://" + authority() + "/?" + KEY + known)
                .orElseGet(this::shown);
    }

    /// Where the WebSocket is opened.
    public URI sync() {
        return URI.create(shown() + ProtocolVersion.PATH);
    }

    /// Where a request of [baton.protocol.AccountApi] goes.
    URI http(String path) {
        return URI.create((secure ? "https" : "http") + "://" + authority() + path);
    }

    private String authority() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}

package baton.desktop.net;

import baton.protocol.ProtocolVersion;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Where a relay is. `ws` and `http` mean plain, `wss` and `https` mean TLS. Without a scheme,
/// names and addresses that cannot be on the Internet (loopback, private ranges, names without a
/// dot) are spoken to plainly, all others with TLS: a password crosses the Internet in clear text
/// only if somebody types `ws://` in front.
///
/// @param host without brackets if it is an IPv6 address
public record RelayAddress(boolean secure, String host, int port) {
    private static final int PLAIN_PORT = 7340;
    private static final int SECURE_PORT = 443;
    private static final int PORT_MAX = 65_535;
    private static final Set<String> PLAIN = Set.of("ws", "http");
    private static final Set<String> SECURE = Set.of("wss", "https");
    private static final Set<String> LOCAL_ENDINGS =
            Set.of("localhost", "local", "lan", "internal", "home.arpa");

    /// Reads what people type: `localhost`, `localhost:7340`, `chat.example.org`, `wss://…`,
    /// `[::1]`.
    public static Optional<RelayAddress> parse(String typed) {
        String text = typed.strip();
        boolean hasScheme = text.contains("://");
        try {
            URI uri = new URI(hasScheme ? text : "any://" + text);
            if (uri.getHost() == null || hasMore(uri) || uri.getPort() > PORT_MAX) {
                return Optional.empty();
            }
            String host = uri.getHost().replace("[", "").replace("]", "").toLowerCase(Locale.ROOT);
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            if (hasScheme && !PLAIN.contains(scheme) && !SECURE.contains(scheme)) {
                return Optional.empty();
            }
            boolean secure = hasScheme ? SECURE.contains(scheme) : !isLocal(host);
            return Optional.of(new RelayAddress(secure, host, port(uri, secure)));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static int port(URI uri, boolean secure) {
        if (uri.getPort() > 0) {
            return uri.getPort();
        }
        return secure ? SECURE_PORT : PLAIN_PORT;
    }

    private static boolean hasMore(URI uri) {
        boolean hasPath = !uri.getPath().isEmpty() && !uri.getPath().equals("/");
        return hasPath
                || uri.getQuery() != null
                || uri.getFragment() != null
                || uri.getUserInfo() != null;
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
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || literal(host).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    /// Where the WebSocket is opened.
    public URI sync() {
        return URI.create((secure ? "wss" : "ws") + "://" + authority() + ProtocolVersion.PATH);
    }

    /// Where a request of [baton.protocol.AccountApi] goes.
    URI http(String path) {
        return URI.create((secure ? "https" : "http") + "://" + authority() + path);
    }

    private String authority() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}

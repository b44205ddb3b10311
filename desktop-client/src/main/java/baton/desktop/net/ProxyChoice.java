package baton.desktop.net;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// Which HTTP proxy leads to the relay.
public sealed interface ProxyChoice {

    /// Whatever the system says.
    record OfSystem() implements ProxyChoice {
        @Override
        public String words() {
            return "";
        }
    }

    /// None, whatever the system says.
    record Direct() implements ProxyChoice {
        @Override
        public String words() {
            return DIRECT;
        }
    }

    /// @param host without brackets if it is an IPv6 address
    record Through(String host, int port) implements ProxyChoice {
        @Override
        public String words() {
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    /// The word for no proxy.
    String DIRECT = "direct";

    /// What [#parse] reads as this choice.
    String words();

    /// Reads what people type and settings keep: nothing for that of the system, [#DIRECT],
    /// `proxy.example.org:3128`, the same with `http://` in front.
    ///
    /// @return empty if it names no proxy; one that wants another protocol or a password does not
    static Optional<ProxyChoice> parse(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return Optional.of(new OfSystem());
        }
        if (text.equals(DIRECT)) {
            return Optional.of(new Direct());
        }
        try {
            URI uri = new URI(text.contains("://") ? text : "http://" + text);
            boolean isBare =
                    "http".equalsIgnoreCase(uri.getScheme())
                            && uri.getUserInfo() == null
                            && (uri.getPath().isEmpty() || uri.getPath().equals("/"));
            boolean isPlace = uri.getHost() != null && uri.getPort() > 0 && uri.getPort() < 65_536;
            return isBare && isPlace
                    ? Optional.of(
                            new Through(uri.getHost().replaceAll("[\\[\\]]", ""), uri.getPort()))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}

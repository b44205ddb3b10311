package baton.relay.redis;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// Where a Redis answers.
public sealed interface RedisEndpoint {

    /// A Redis of this machine behind a socket file; whoever may open the file may do everything.
    record UnixSocket(Path path) implements RedisEndpoint {
        @Override
        public String toString() {
            return path.toString();
        }
    }

    /// A Redis behind a port.
    ///
    /// @param uri `redis://HOST:PORT/DATABASE`, or `rediss://` for TLS; without user and password
    /// @param user empty for Redis' own default user
    /// @param password empty if it asks for none
    record Url(URI uri, String user, String password) implements RedisEndpoint {
        private static final int DEFAULT_PORT = 6379;

        public boolean isSecure() {
            return "rediss".equals(uri.getScheme());
        }

        public int port() {
            return uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        }

        public int database() {
            String path = uri.getPath();
            return path.length() <= 1 ? 0 : Integer.parseInt(path.substring(1));
        }

        /// Prints no password.
        @Override
        public String toString() {
            return uri.toString();
        }
    }

    /// Reads `redis://[[USER]:PASSWORD@]HOST[:PORT][/DATABASE]`, the same with `rediss`, or
    /// `unix:/PATH`; empty if it is none of these.
    static Optional<RedisEndpoint> parse(String text) {
        try {
            return of(URI.create(text.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<RedisEndpoint> of(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme();
        String path = uri.getPath() == null ? "" : uri.getPath();
        if (scheme.equals("unix") && path.startsWith("/")) {
            return Optional.of(new UnixSocket(Path.of(path)));
        }
        boolean isRedis = scheme.equals("redis") || scheme.equals("rediss");
        if (!isRedis || uri.getHost() == null || !path.matches("|/|/[0-9]{1,3}")) {
            return Optional.empty();
        }
        String[] login =
                uri.getUserInfo() == null ? new String[0] : uri.getUserInfo().split(":", 2);
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        URI bare = URI.create(scheme + "://" + uri.getHost() + port + path);
        return Optional.of(
                switch (login.length) {
                    case 0 -> new Url(bare, "", "");
                    case 1 -> new Url(bare, "", login[0]);
                    default -> new Url(bare, login[0], login[1]);
                });
    }
}

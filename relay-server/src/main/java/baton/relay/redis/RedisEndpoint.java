package baton.relay.redis;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a Redis answers: one server, or several that stand in for one another.
public sealed interface RedisEndpoint {

    /// One server.
    sealed interface Server extends RedisEndpoint {}

    /// A Redis of this machine behind a socket file; whoever may open the file may do everything.
    record UnixSocket(Path path) implements Server {
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
    record Url(URI uri, String user, String password) implements Server {
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

        /// A server elsewhere that is spoken to in the same way.
        Url at(String host, int port) {
            String name = host.contains(":") ? "[" + host + "]" : host;
            String place = uri.getScheme() + "://" + name + ":" + port + uri.getPath();
            return new Url(URI.create(place), user, password);
        }

        /// Prints no password.
        @Override
        public String toString() {
            return uri.toString();
        }
    }

    /// Servers of which Sentinels say which one is the primary.
    ///
    /// @param sentinels all of them: a majority must be heard before a replica counts as lost
    /// @param name what they call the primary
    /// @param data how the primary and its replicas are spoken to; only its address is not theirs
    record Sentinels(List<Url> sentinels, String name, Url data) implements RedisEndpoint {
        public Sentinels {
            sentinels = List.copyOf(sentinels);
        }

        @Override
        public String toString() {
            return "the Sentinels " + listed(sentinels) + " of " + name;
        }
    }

    /// A Redis Cluster.
    ///
    /// @param seeds some of its servers, which know the others
    record Cluster(List<Url> seeds) implements RedisEndpoint {
        public Cluster {
            seeds = List.copyOf(seeds);
        }

        @Override
        public String toString() {
            return "the cluster " + listed(seeds);
        }
    }

    private static String listed(List<Url> urls) {
        return String.join(",", urls.stream().map(url -> url.uri().getRawAuthority()).toList());
    }

    /// Reads one of
    ///
    /// - `redis://[[USER]:PASSWORD@]HOST[:PORT][/DATABASE]`,
    /// - `redis-sentinel://[[USER]:PASSWORD@]HOST[:PORT],.../NAME[/DATABASE][?sentinel=LOGIN]`,
    ///   with `[USER]:PASSWORD` of the Sentinels themselves as the last part,
    /// - `redis-cluster://[[USER]:PASSWORD@]HOST[:PORT],...`,
    /// - the same with `rediss` for TLS,
    /// - `unix:/PATH`;
    ///
    /// empty if it is none of these.
    static Optional<RedisEndpoint> parse(String text) {
        try {
            Optional<Several> several = Several.of(text.strip());
            if (several.isPresent()) {
                return several.get().endpoint();
            }
            URI uri = URI.create(text.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme();
            return switch (scheme) {
                case "unix" -> socket(uri);
                case "redis", "rediss" -> one(uri).map(url -> url);
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<RedisEndpoint> socket(URI uri) {
        String path = uri.getPath() == null ? "" : uri.getPath();
        return path.startsWith("/") ? Optional.of(new UnixSocket(Path.of(path))) : Optional.empty();
    }

    private static Optional<Url> one(URI uri) {
        String path = uri.getPath() == null ? "" : uri.getPath();
        if (uri.getHost() == null || !path.matches("|/|/[0-9]{1,3}")) {
            return Optional.empty();
        }
        String[] login =
                uri.getUserInfo() == null ? new String[0] : uri.getUserInfo().split(":", 2);
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        URI bare = URI.create(uri.getScheme() + "://" + uri.getHost() + port + path);
        return Optional.of(
                switch (login.length) {
                    case 0 -> new Url(bare, "", "");
                    case 1 -> new Url(bare, "", login[0]);
                    default -> new Url(bare, login[0], login[1]);
                });
    }

    /// A URL with several hosts, which is none to Java.
    ///
    /// @param login as it stands in the URL, with the `@`; may be empty
    record Several(
            String scheme,
            boolean isCluster,
            String login,
            List<String> hosts,
            String path,
            String query) {
        private static final Pattern SHAPE =
                Pattern.compile(
                        "(?<scheme>rediss?)-(?<kind>sentinel|cluster)://(?<login>[^/@]*@|)"
                                + "(?<hosts>[^/@?]+)(?<path>/[^?]*|)(?:\\?(?<query>.*)|)");
        private static final Pattern NAME = Pattern.compile("/([\\w.-]+)(/\\d{1,3}|/?)");
        private static final Pattern QUERY = Pattern.compile("sentinel=(\\S+)");
        private static final int SENTINEL_PORT = 26_379;

        static Optional<Several> of(String text) {
            return Optional.of(SHAPE.matcher(text))
                    .filter(Matcher::matches)
                    .map(parts ->
                            new Several(
                                    parts.group("scheme"),
                                    parts.group("kind").equals("cluster"),
                                    parts.group("login"),
                                    List.of(parts.group("hosts").split(",", -1)),
                                    parts.group("path"),
                                    parts.group("query") == null ? "" : parts.group("query")));
        }

        Optional<RedisEndpoint> endpoint() {
            return isCluster ? cluster() : watched();
        }

        private List<Url> urls(String as, String tail) {
            List<Url> urls =
                    hosts.stream()
                            .map(host -> URI.create(scheme + "://" + as + host + tail))
                            .flatMap(uri -> one(uri).stream())
                            .toList();
            return urls.size() == hosts.size() ? urls : List.of();
        }

        private Optional<RedisEndpoint> cluster() {
            List<Url> seeds = urls(login, "");
            boolean isWhole = path.matches("/?") && query.isEmpty() && !seeds.isEmpty();
            return isWhole ? Optional.of(new Cluster(seeds)) : Optional.empty();
        }

        private Optional<RedisEndpoint> watched() {
            Matcher name = NAME.matcher(path);
            Matcher secret = QUERY.matcher(query);
            boolean hasSecret = secret.matches();
            if (!name.matches() || (!hasSecret && !query.isEmpty())) {
                return Optional.empty();
            }
            List<Url> data = urls(login, name.group(2));
            List<Url> sentinels = urls(hasSecret ? secret.group(1) + "@" : "", "");
            return data.isEmpty() || sentinels.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Sentinels(
                                    sentinels.stream().map(Several::onTheirPort).toList(),
                                    name.group(1),
                                    data.getFirst()));
        }

        private static Url onTheirPort(Url sentinel) {
            return sentinel.uri().getPort() < 0
                    ? sentinel.at(sentinel.uri().getHost(), SENTINEL_PORT)
                    : sentinel;
        }
    }
}

package baton.relay.app;

import baton.relay.log.KeptHistory;
import baton.relay.redis.RedisEndpoint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How a relay is to run; valid as it stands.
///
/// @param host address to bind; nobody else can connect if it is a loopback address
/// @param port 0 takes any that is free
/// @param store where everything is kept
/// @param isSignUpOpen whether strangers may create accounts
/// @param origins web pages whose scripts may connect
/// @param kept how much of every conversation stays
/// @param tls whether and with which key it speaks TLS
public record RelayConfig(
        String host,
        int port,
        Store store,
        boolean isSignUpOpen,
        Set<String> origins,
        KeptHistory kept,
        Tls tls) {
    private static final String WHOLE_NUMBER = "\\d{1,9}";

    public RelayConfig {
        origins = Set.copyOf(origins);
    }

    /// Where everything is kept.
    public sealed interface Store {
        /// In a Redis of the relay's own, in this folder.
        record Folder(Path path) implements Store {
            @Override
            public String toString() {
                return path.toString();
            }
        }

        /// In a Redis that somebody else runs.
        ///
        /// @param isVolatileAllowed whether it may lose what it confirmed
        record Server(RedisEndpoint endpoint, boolean isVolatileAllowed) implements Store {
            @Override
            public String toString() {
                return endpoint.toString();
            }
        }
    }

    /// Whether what is said on the way can be read there, and with which key not.
    public sealed interface Tls {
        record Off() implements Tls {}

        /// With a key of the relay's own in this file, made at the first start.
        record Own(Path file) implements Tls {}

        /// With what somebody vouches for.
        ///
        /// @param certificate PEM, or PKCS #12 if it ends with `.p12` or `.pfx`
        /// @param key PEM; empty if the certificate's file holds it
        /// @param password of a PKCS #12 file
        record Given(Path certificate, Optional<Path> key, String password) implements Tls {
            /// Prints no password.
            @Override
            public String toString() {
                return "Given[" + certificate + "]";
            }
        }
    }

    /// A relay for this machine alone that keeps everything in a folder.
    ///
    /// @param port 0 takes any that is free
    public static RelayConfig inFolder(Path folder, int port) {
        return onThisMachine(new Store.Folder(folder), port);
    }

    /// A relay for this machine alone that keeps everything.
    ///
    /// @param port 0 takes any that is free
    static RelayConfig onThisMachine(Store store, int port) {
        return new RelayConfig(
                "127.0.0.1", port, store, true, Set.of(), KeptHistory.EVERYTHING, new Tls.Off());
    }

    /// How much is kept, as text.
    ///
    /// @param days `0` for any age
    /// @param events `0` for all
    record Keep(String days, String events) {}

    /// What was said on the command line and in the environment, as text.
    ///
    /// @param data empty text stands for the standard folder
    /// @param redis empty text stands for a Redis of the relay's own
    record Words(
            String host,
            String port,
            String data,
            String redis,
            boolean isVolatileAllowed,
            String signUp,
            List<String> origins,
            Keep keep,
            RelayTlsWords tls) {}

    /// Reads and checks everything.
    ///
    /// @param standardFolder used if no folder is named
    /// @throws RelayStartException that names all mistakes at once
    static RelayConfig of(Words words, Path standardFolder) throws RelayStartException {
        Optional<RedisEndpoint> redis = RedisEndpoint.parse(words.redis());
        List<String> mistakes = mistakes(words, redis.isPresent());
        if (!mistakes.isEmpty()) {
            throw new RelayStartException(
                    "The relay was not started and has touched nothing:"
                            + System.lineSeparator()
                            + "  "
                            + String.join(System.lineSeparator() + "  ", mistakes));
        }
        Path folder = words.data().isEmpty() ? standardFolder : Path.of(words.data());
        Store store =
                redis.<Store>map(found -> new Store.Server(found, words.isVolatileAllowed()))
                        .orElseGet(() -> new Store.Folder(folder.toAbsolutePath().normalize()));
        return new RelayConfig(
                words.host(),
                Integer.parseInt(words.port()),
                store,
                words.signUp().equals("open"),
                Set.copyOf(words.origins()),
                new KeptHistory(
                        Long.parseLong(words.keep().events()),
                        Duration.ofDays(Long.parseLong(words.keep().days()))),
                words.tls().meant(words.host(), store));
    }

    private static List<String> mistakes(Words words, boolean isRedisNamed) {
        List<String> mistakes = new ArrayList<>();
        if (!words.port().matches("\\d{1,5}") || Integer.parseInt(words.port()) > 65_535) {
            mistakes.add("--port is " + words.port() + " and must be 0 to 65535.");
        }
        if (!words.redis().isEmpty() && !isRedisNamed) {
            mistakes.add(
                    "--redis must look like redis://HOST:PORT, redis-sentinel://HOST:PORT,../NAME,"
                            + " redis-cluster://HOST:PORT,.., the same with rediss, or unix:/PATH.");
        }
        if (!words.redis().isEmpty() && !words.data().isEmpty()) {
            mistakes.add("--data and --redis exclude each other: name one place to store in.");
        }
        if (words.redis().isEmpty() && words.isVolatileAllowed()) {
            mistakes.add("--allow-volatile goes with --redis only.");
        }
        if (!words.signUp().matches("open|closed")) {
            mistakes.add("--sign-up is " + words.signUp() + " and must be open or closed.");
        }
        if (!words.keep().days().matches(WHOLE_NUMBER)) {
            mistakes.add(
                    "--keep-days is " + words.keep().days() + " and must be a number of days.");
        }
        if (!words.keep().events().matches(WHOLE_NUMBER)) {
            mistakes.add(
                    "--keep-events is "
                            + words.keep().events()
                            + " and must be a number of events.");
        }
        if (words.host().isBlank()) {
            mistakes.add("--host is empty: name the address to bind.");
        }
        mistakes.addAll(words.tls().mistakes(words.host(), !words.redis().isEmpty()));
        return mistakes;
    }
}

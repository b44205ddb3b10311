package baton.relay.app;

import baton.model.Allowed;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The program `relay`: reads flags, starts a relay, says so in one line and runs until it is told
/// to stop. Exit codes: 0 stopped in order, 2 wrong flags, else that of a
/// [RelayStartException.Reason].
@Allowed("its one line on standard output is what scripts wait for")
@Command(
        name = "relay",
        mixinStandardHelpOptions = true,
        versionProvider = RelayMain.Version.class,
        description = "Carries messages between devices and keeps them in Redis.",
        footer = "Each flag can also be set as BATON_RELAY_NAME, for example BATON_RELAY_PORT.")
public final class RelayMain implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(RelayMain.class);

    @Option(
            names = "--host",
            defaultValue = "${env:BATON_RELAY_HOST:-127.0.0.1}",
            description = "Address to listen on (default: this machine alone).")
    private String host = "";

    @Option(
            names = "--port",
            defaultValue = "${env:BATON_RELAY_PORT:-7340}",
            description = "Port to listen on, 0 for any (default: 7340).")
    private String port = "";

    @Option(
            names = "--data",
            defaultValue = "${env:BATON_RELAY_DATA:-}",
            description = "Folder for everything (default: this user's data folder).")
    private String data = "";

    @Option(
            names = "--redis",
            defaultValue = "${env:BATON_RELAY_REDIS:-}",
            description =
                    "Store in this Redis: redis://, redis-sentinel://, redis-cluster://, the same"
                            + " with rediss, or unix:/PATH.")
    private String redis = "";

    @Option(
            names = "--allow-volatile",
            defaultValue = "${env:BATON_RELAY_ALLOW_VOLATILE:-false}",
            description = "Use a Redis that may lose messages.")
    private boolean isVolatileAllowed;

    @Option(
            names = "--sign-up",
            defaultValue = "${env:BATON_RELAY_SIGN_UP:-open}",
            description = "open or closed: whether strangers may create accounts.")
    private String signUp = "";

    @Option(
            names = "--keep-days",
            defaultValue = "${env:BATON_RELAY_KEEP_DAYS:-0}",
            description =
                    "Remove what is older than so many days, for everybody; 0 keeps all (default).")
    private String keepDays = "";

    @Option(
            names = "--keep-events",
            defaultValue = "${env:BATON_RELAY_KEEP_EVENTS:-0}",
            description =
                    "Keep so many newest events of each conversation (messages, edits and so on);"
                            + " 0 keeps all (default).")
    private String keepEvents = "";

    @Option(
            names = "--tls",
            defaultValue = "${env:BATON_RELAY_TLS:-auto}",
            description =
                    "auto, on or off: auto speaks TLS unless it listens on this machine alone"
                            + " (default).")
    private String tls = "";

    @Option(
            names = "--certificate",
            defaultValue = "${env:BATON_RELAY_CERTIFICATE:-}",
            description =
                    "PEM or PKCS #12 file with a certificate that others vouch for (default: the"
                            + " relay makes its own).")
    private String certificate = "";

    @Option(
            names = "--certificate-key",
            defaultValue = "${env:BATON_RELAY_CERTIFICATE_KEY:-}",
            description = "PEM file with the certificate's key, if it has a file of its own.")
    private String certificateKey = "";

    @Option(
            names = "--origin",
            description = "Web page whose scripts may connect; may be repeated.")
    private List<String> origins = List.of();

    @Option(
            names = "--stop-with-input",
            description = "Stop when standard input ends: for programs that start a relay.")
    private boolean stopsWithInput;

    /// Made by the command line only.
    private RelayMain() {}

    public static void main(String[] args) {
        int code = new CommandLine(new RelayMain()).execute(args);
        System.exit(code);
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            Relay relay = Relay.start(config());
            if (stopsWithInput) {
                Thread.ofPlatform().daemon().name("input").start(RelayMain::stopWithInput);
            }
            run(relay);
            return CommandLine.ExitCode.OK;
        } catch (RelayStartException e) {
            System.err.println(e.getMessage());
            return e.reason().exitCode();
        }
    }

    private RelayConfig config() throws RelayStartException {
        Path standard =
                DataFolder.standard(
                        System.getenv(),
                        System.getProperty("os.name", ""),
                        Path.of(System.getProperty("user.home", ".")));
        return RelayConfig.of(
                new RelayConfig.Words(
                        host,
                        port,
                        data,
                        redis,
                        isVolatileAllowed,
                        signUp,
                        origins,
                        new RelayConfig.Keep(keepDays, keepEvents),
                        new RelayTlsWords(
                                tls,
                                certificate,
                                certificateKey,
                                System.getenv()
                                        .getOrDefault("BATON_RELAY_CERTIFICATE_PASSWORD", ""))),
                standard);
    }

    private static void run(Relay relay) throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(relay, stopped), "stop"));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        String key = relay.ownKey().map(own -> ", key: " + own).orElse("");
        out.println(
                "Baton relay is ready at " + relay.uri() + " (data: " + relay.store() + key + ")");
        stopped.await();
    }

    /// The other end of the pipe closes however its owner dies.
    private static void stopWithInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            LOG.info(
                    "Standard input broke, which ends the relay as its end does: {}", e.toString());
        }
        System.exit(CommandLine.ExitCode.OK);
    }

    /// Ends the process with 0: a signal is how a relay is stopped, not a failure.
    private static void stop(Relay relay, CountDownLatch stopped) {
        relay.close();
        stopped.countDown();
        Runtime.getRuntime().halt(0);
    }

    /// What the build wrote into the jar.
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = RelayMain.class.getPackage().getImplementationVersion();
            return new String[] {"Baton relay " + (version == null ? "(development)" : version)};
        }
    }
}

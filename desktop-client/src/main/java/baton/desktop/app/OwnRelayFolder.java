package baton.desktop.app;

import baton.desktop.ui.common.OwnRelay;
import baton.model.KeyFingerprint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder of the relay on this computer: what was chosen for it, and all that it stores.
/// Several programs may look into it at once; who runs the relay is said by the lock that it holds.
///
/// @param path made when the relay is first started
record OwnRelayFolder(Path path) {
    private static final Logger LOG = LoggerFactory.getLogger(OwnRelayFolder.class);
    private static final int USUAL_PORT = 7340;
    private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----";
    private static final String PORT = "port";
    private static final String WANTED = "wanted";
    private static final String KEPT_RUNNING = "kept-running";
    private static final String SHARED = "shared";

    /// What is kept beside the relay's data.
    ///
    /// @param port chosen at the first start, since devices remember it; 0 before that
    /// @param wanted whether it starts with every window
    record Kept(int port, boolean wanted, boolean keptRunning, boolean shared) {
        Kept with(OwnRelay.Wishes wishes) {
            return new Kept(port, wanted, wishes.keptRunning(), wishes.shared());
        }

        Kept withWanted(boolean now) {
            return new Kept(port, now, keptRunning, shared);
        }

        /// The same with a port: the usual one if nobody has it yet.
        Kept withPort() throws IOException {
            return port == 0 ? new Kept(freePort(), wanted, keptRunning, shared) : this;
        }

        private static int freePort() throws IOException {
            try (ServerSocket usual =
                    new ServerSocket(USUAL_PORT, 1, InetAddress.ofLiteral("0.0.0.0"))) {
                return usual.getLocalPort();
            } catch (IOException taken) {
                try (ServerSocket free = new ServerSocket(0, 1)) {
                    return free.getLocalPort();
                }
            }
        }
    }

    void create() throws IOException {
        Files.createDirectories(path);
        if (Profile.isPosix(path)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /// Bytes that are left on its disk.
    long room() throws IOException {
        return Files.getFileStore(path).getUsableSpace();
    }

    /// All that the relay stores.
    Path data() {
        return path.resolve("data");
    }

    /// What the relay has to say, of its last run.
    Path log() {
        return path.resolve("relay.log");
    }

    private Path settings() {
        return path.resolve("own-relay.properties");
    }

    private Path lock() {
        return data().resolve("relay.lock");
    }

    Kept read() {
        Properties values = new Properties();
        if (Files.exists(settings())) {
            try (Reader reader = Files.newBufferedReader(settings())) {
                values.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("What was chosen for the relay cannot be read: {}", e.toString());
            }
        }
        return new Kept(
                portOf(values.getProperty(PORT, "")),
                Boolean.parseBoolean(values.getProperty(WANTED)),
                Boolean.parseBoolean(values.getProperty(KEPT_RUNNING)),
                Boolean.parseBoolean(values.getProperty(SHARED)));
    }

    private static int portOf(String text) {
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    }

    void write(Kept kept) throws IOException {
        Properties values = new Properties();
        values.setProperty(PORT, Integer.toString(kept.port()));
        values.setProperty(WANTED, Boolean.toString(kept.wanted()));
        values.setProperty(KEPT_RUNNING, Boolean.toString(kept.keptRunning()));
        values.setProperty(SHARED, Boolean.toString(kept.shared()));
        Path next = path.resolve("own-relay.next");
        try (Writer writer = Files.newBufferedWriter(next)) {
            values.store(writer, "The relay on this computer");
        }
        Files.move(next, settings(), StandardCopyOption.ATOMIC_MOVE);
    }

    /// The same where it is enough that it holds until the next start.
    void keep(Kept kept) {
        try {
            create();
            write(kept);
        } catch (IOException e) {
            LOG.warn("What was chosen for the relay cannot be kept: {}", e.toString());
        }
    }

    /// Whether a relay runs on it, whoever started it.
    boolean isInUse() {
        if (!Files.exists(lock())) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock(), StandardOpenOption.WRITE);
                @Nullable FileLock mine = channel.tryLock()) {
            return mine == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            LOG.warn("Nobody can tell whether the relay runs: {}", e.toString());
            return false;
        }
    }

    /// The process that runs it, as it wrote it down; call only while [#isInUse].
    Optional<ProcessHandle> owner() {
        try {
            String pid = Files.readString(lock()).strip();
            return pid.matches("\\d{1,18}")
                    ? ProcessHandle.of(Long.parseLong(pid))
                    : Optional.empty();
        } catch (IOException e) {
            LOG.warn("Nobody can tell which process the relay is: {}", e.toString());
            return Optional.empty();
        }
    }

    /// What its key is known by; empty before its first start.
    Optional<KeyFingerprint> key() {
        Path file = data().resolve("relay-key.pem");
        try {
            String text = Files.readString(file);
            byte[] certificate =
                    text.substring(Math.max(0, text.indexOf(CERTIFICATE)))
                            .getBytes(StandardCharsets.US_ASCII);
            return Optional.of(
                    KeyFingerprint.of(
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(certificate))
                                    .getPublicKey()));
        } catch (IOException | CertificateException e) {
            LOG.warn("The relay's key cannot be read: {}", e.toString());
            return Optional.empty();
        }
    }
}

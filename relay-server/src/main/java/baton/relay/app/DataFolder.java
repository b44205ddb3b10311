package baton.relay.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/// The folder that holds everything a relay of this machine stores, locked for as long as this
/// object is open: two Redis servers on one folder would both start and ruin each other's file. The
/// lock goes with the process, however it ends.
final class DataFolder implements AutoCloseable {
    private static final String LOCK = "relay.lock";

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /// Creates the folder if need be, for its owner alone, and locks it.
    ///
    /// @throws RelayStartException if the folder cannot be written or another relay uses it
    static DataFolder open(Path path) throws RelayStartException {
        Path folder = path.toAbsolutePath().normalize();
        try {
            createPrivate(folder);
            return new DataFolder(folder, locked(folder));
        } catch (IOException e) {
            throw new RelayStartException(
                    RelayStartException.Reason.FOLDER_UNWRITABLE,
                    "The relay cannot use the folder "
                            + folder
                            + " ("
                            + e
                            + "). Nothing was stored. Make the folder writable, or choose another"
                            + " one with --data.",
                    e);
        }
    }

    private static FileChannel locked(Path folder) throws IOException, RelayStartException {
        FileChannel channel =
                FileChannel.open(
                        folder.resolve(LOCK),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                byte[] pid =
                        Long.toString(ProcessHandle.current().pid())
                                .getBytes(StandardCharsets.US_ASCII);
                channel.truncate(0).write(ByteBuffer.wrap(pid), 0);
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // This very process holds it: to the caller the same as any other holder.
        }
        channel.close();
        throw new RelayStartException(
                RelayStartException.Reason.FOLDER_IN_USE,
                "Another relay already uses the folder "
                        + folder
                        + ". Its messages are safe and this relay has touched nothing. Stop the"
                        + " other one first, or start this one with --data and a folder of its"
                        + " own.");
    }

    /// A folder inside that only its owner may enter.
    Path privateFolder(String name) throws IOException {
        return createPrivate(path.resolve(name));
    }

    Path path() {
        return path;
    }

    /// Where a relay stores its data unless it is told otherwise.
    ///
    /// @param environment of the process
    /// @param os the property `os.name`
    /// @param home the property `user.home`
    static Path standard(Map<String, String> environment, String os, Path home) {
        if (os.startsWith("Windows")) {
            String appData = environment.getOrDefault("APPDATA", "");
            Path base = appData.isEmpty() ? home.resolve("AppData/Roaming") : Path.of(appData);
            return base.resolve("Baton").resolve("relay");
        }
        if (os.startsWith("Mac")) {
            return home.resolve("Library/Application Support/Baton/relay");
        }
        String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
        Path base = xdg.startsWith("/") ? Path.of(xdg) : home.resolve(".local/share");
        return base.resolve("baton").resolve("relay");
    }

    private static Path createPrivate(Path folder) throws IOException {
        boolean isNew = !Files.exists(folder);
        Files.createDirectories(folder);
        if (isNew && FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        return folder;
    }

    /// Gives the folder free.
    @Override
    public void close() throws IOException {
        lock.close();
    }
}

package baton.trials.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A disk in memory of its own that can be filled up. Only where this process may mount one.
final class SmallDisk implements AutoCloseable {
    private static final int PIECE = 1 << 20;
    private static final long PATIENCE_SECONDS = 20;

    private final Path folder;
    private final int megabytes;

    private SmallDisk(Path folder, int megabytes) {
        this.folder = folder;
        this.megabytes = megabytes;
    }

    /// @return nothing if this process may not
    static Optional<SmallDisk> mount(Path folder, int megabytes) {
        boolean isMounted =
                ran(
                        "mount",
                        "-t",
                        "tmpfs",
                        "-o",
                        "size=" + megabytes + "m",
                        "tmpfs",
                        folder.toString());
        return isMounted ? Optional.of(new SmallDisk(folder, megabytes)) : Optional.empty();
    }

    private static boolean ran(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Leaves no room on it. Writes no more than fits: once it is closed, the folder is one of the
    /// machine's own disk, which must not be filled.
    ///
    /// @return whether it is full
    boolean fill() {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        try (FileChannel file =
                FileChannel.open(filler(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int written = 0; written <= megabytes; written++) {
                file.write(piece.clear());
            }
            return false;
        } catch (IOException full) {
            return Files.exists(filler()) && folder.toFile().getUsableSpace() < PIECE;
        }
    }

    /// Makes room again.
    void empty() {
        try {
            Files.deleteIfExists(filler());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    /// Puts what is on it beside it, for somebody to look at when it is gone.
    void keep() {
        ran("cp", "-a", folder.toString(), folder + "-kept");
    }

    @Override
    public void close() {
        ran("umount", "-l", folder.toString());
    }
}

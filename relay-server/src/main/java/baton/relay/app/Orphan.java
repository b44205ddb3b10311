package baton.relay.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A Redis that an earlier relay left behind on the same folder. It is told from a stranger with
/// the same process number by the moment it was started. To be used under the folder's lock.
final class Orphan {
    private static final Logger LOG = LoggerFactory.getLogger(Orphan.class);
    private static final String FILE = "redis.process";
    private static final long PATIENCE_SECONDS = 10;

    private Orphan() {}

    /// Writes down which process works on this folder now.
    static void remember(Path folder, long pid) throws IOException {
        Optional<Instant> start = startOf(pid);
        if (start.isPresent()) {
            Files.writeString(folder.resolve(FILE), pid + " " + start.get().toEpochMilli());
        }
    }

    /// Ends the process that was written down, if it still runs.
    static void end(Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return;
        }
        String[] words = Files.readString(file).strip().split(" ", 2);
        if (words.length == 2 && words[0].matches("\\d{1,18}")) {
            long pid = Long.parseLong(words[0]);
            boolean isSame =
                    startOf(pid)
                            .map(start -> Long.toString(start.toEpochMilli()).equals(words[1]))
                            .orElse(false);
            if (isSame) {
                LOG.warn("A relay that ended without notice left Redis {} running; ending it", pid);
                end(ProcessHandle.of(pid).orElseThrow());
            }
        }
        Files.delete(file);
    }

    /// Says that the process has ended in order.
    static void forget(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }

    private static void end(ProcessHandle orphan) throws InterruptedException {
        orphan.destroy();
        try {
            orphan.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.warn("Redis {} does not react; killing it", orphan.pid());
            orphan.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException("waiting for a process cannot fail", e);
        }
    }

    private static Optional<Instant> startOf(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().startInstant());
    }
}

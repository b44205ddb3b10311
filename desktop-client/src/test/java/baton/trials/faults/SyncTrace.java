package baton.trials.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Looks on, by `strace`, while a Redis writes its file, and knows how much of it no sync has put
/// on the disk: what a power cut takes, and `kill -9` does not. One thread.
final class SyncTrace {
    private static final long PATIENCE_SECONDS = 60;
    private static final String LOOKS_ON = "attached";
    private static final String OF_FILE = ".aof>";
    private static final String RESUMED = " resumed>";

    /// Of a call: what the system answered.
    private static final Pattern END = Pattern.compile(".*\\) += (-?\\d+).*");

    private final Process strace;
    private final Path calls;

    private SyncTrace(Process strace, Path calls) {
        this.strace = strace;
        this.calls = calls;
    }

    /// Whether this process may look on at others that it started.
    static boolean isPossible() {
        try {
            Process sleeper = new ProcessBuilder("sleep", Long.toString(PATIENCE_SECONDS)).start();
            try {
                attach(sleeper.pid(), Duration.ZERO, Path.of("/dev/null"));
                return true;
            } finally {
                sleeper.destroyForcibly();
            }
        } catch (IOException e) {
            return false;
        }
    }

    /// Begins to look on.
    ///
    /// @param syncTakes how much longer each sync takes from now on
    /// @param calls what is written down, until that process ends
    /// @throws IOException if it may not
    static SyncTrace attach(long pid, Duration syncTakes, Path calls) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "strace",
                                "-f",
                                "-y",
                                "-s",
                                "0",
                                "-e",
                                "trace=write,fdatasync,fsync",
                                "-o",
                                calls.toString(),
                                "-p",
                                Long.toString(pid)));
        if (!syncTakes.isZero()) {
            command.add("-e");
            command.add("inject=fdatasync,fsync:delay_enter=" + syncTakes.toMillis() * 1_000);
        }
        Process strace = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader said = strace.inputReader(StandardCharsets.UTF_8);
        String line = said.readLine();
        if (line == null || !line.contains(LOOKS_ON)) {
            strace.destroy();
            throw new IOException("strace: " + line);
        }
        return new SyncTrace(strace, calls);
    }

    /// Once that process has ended: how many bytes of its append-only file were written and not
    /// synced since somebody looked on. It may be less, by the very last write.
    long unsynced() {
        try {
            if (!strace.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("strace does not end");
            }
            return unsynced(Files.readAllLines(calls, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /// A sync holds what had been written when it began, and only if it ended.
    static long unsynced(List<String> lines) {
        long written = 0;
        long synced = 0;
        Map<String, Long> syncing = new HashMap<>();
        Map<String, String> begun = new HashMap<>();
        for (String line : lines) {
            String[] words = line.split(" +", 2);
            if (line.contains(OF_FILE)) {
                begun.put(words[0], words[1]);
                syncing.put(words[0], written);
            } else if (!line.contains(RESUMED)) {
                begun.remove(words[0]);
            }
            Matcher end = END.matcher(line);
            if (end.matches() && begun.containsKey(words[0])) {
                boolean isWrite = begun.getOrDefault(words[0], "").startsWith("write");
                long result = Long.parseLong(end.group(1));
                if (isWrite) {
                    written += Math.max(0, result);
                } else if (result == 0) {
                    synced = Math.max(synced, syncing.getOrDefault(words[0], 0L));
                }
            }
        }
        return written - synced;
    }
}

package baton.trials.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// What a process has cost so far, as the system counts it; 0 where the system does not say.
///
/// @param cpuMicros of all its threads, to a hundredth of a second
/// @param residentBytes of its memory
record ProcessCost(long cpuMicros, long residentBytes) {
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;
    private static final long MICROS_OF_TICK = 10_000;
    private static final long BYTES_OF_PAGE = 4_096;

    static ProcessCost of(long pid) {
        String stat = read(pid, "stat");
        String statm = read(pid, "statm");
        if (stat.isEmpty() || statm.isEmpty()) {
            return new ProcessCost(0, 0);
        }
        // The second word is a name in parentheses and may have spaces.
        String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = Long.parseLong(words[USER_TICKS]) + Long.parseLong(words[SYSTEM_TICKS]);
        long pages = Long.parseLong(statm.split(" ", -1)[1]);
        return new ProcessCost(ticks * MICROS_OF_TICK, pages * BYTES_OF_PAGE);
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// CPU time since an earlier look.
    long microsSince(ProcessCost earlier) {
        return cpuMicros - earlier.cpuMicros;
    }
}

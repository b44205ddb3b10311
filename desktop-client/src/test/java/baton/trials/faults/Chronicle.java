package baton.trials.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// What happened when, in a file and in numbers. For any threads.
final class Chronicle {
    private final long start = System.nanoTime();
    private final Path file;
    private final Map<FaultKind, Integer> faults = new EnumMap<>(FaultKind.class);

    Chronicle(Path file) {
        this.file = file;
    }

    void begin(FaultKind kind) {
        say("begin " + kind.label());
    }

    /// @param happened whether it was seen to have happened; only then it counts
    synchronized void end(FaultKind kind, boolean happened) {
        say((happened ? "end   " : "never ") + kind.label());
        if (happened) {
            faults.merge(kind, 1, Integer::sum);
        }
    }

    synchronized void say(String words) {
        double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1e3;
        String line = String.format(Locale.ROOT, "%8.1f s  %s%n", seconds, words);
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized Map<FaultKind, Integer> faults() {
        return new EnumMap<>(faults);
    }
}

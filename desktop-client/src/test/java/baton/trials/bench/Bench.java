package baton.trials.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// One run of the benchmark: what was asked for, and where its figures go. One thread.
///
/// @param isQuick small sizes: shows that everything works, not how fast
/// @param users sizes of W1 if asked for, else empty
/// @param time of each stretch that is measured
record Bench(Report report, boolean isQuick, List<Integer> users, Duration time, int nodes) {

    /// @param quick in place of the real one where everything is small
    int size(int real, int quick) {
        return isQuick ? quick : real;
    }

    @FunctionalInterface
    interface InFolder {
        void run(Path folder) throws Exception;
    }

    /// A new folder, which stays if something failed in it.
    void inFolder(InFolder work) throws Exception {
        Path folder = Files.createTempDirectory("baton-bench-");
        try {
            work.run(folder);
        } catch (AssertionError e) {
            report.broken(e.getMessage() + "; logs are in " + folder);
            return;
        }
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

package baton.desktop.store.sqlite;

import static baton.desktop.store.sqlite.Logs.WITH_BEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.sync.StoreSnapshot;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledWriterTest {
    @TempDir Path folder;

    @Test
    void killInTheMiddleOfCommitsLosesNothingThatWasCommitted() throws Exception {
        Path path = folder.resolve("store.db");
        for (int round = 0; round < 3; round++) {
            long committed =
                    writeUntil(path.resolveSibling("store" + round + ".db"), 300 + 70 * round);
            try (SqliteStore store =
                    SqliteStore.open(path.resolveSibling("store" + round + ".db"))) {
                StoreSnapshot found = store.load();
                long last = found.lastClientSeq().getOrDefault(WITH_BEN, 0L);
                // The one commit after the last line may have become durable before the kill.
                assertTrue(last == committed || last == committed + 1, last + " " + committed);
                assertEquals(last, found.outbox().size());
                assertEquals(last, found.outbox().getLast().clientSeq());
            }
        }
    }

    private static long writeUntil(Path path, long enough)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "--enable-native-access=ALL-UNNAMED",
                                        "-Xmx64m",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        KilledWriter.class.getName(),
                                        path.toString()))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        long committed = 0;
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                committed = Long.parseLong(line);
                if (committed == enough) {
                    // Through the handle, which leaves what was printed readable.
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        return committed;
    }
}

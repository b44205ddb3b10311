package baton.trials.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./baton trials crash-states` tries thousands.
class CrashStatesTest {
    private static final int STATES = 150;
    private static final long COMMITS = 60;

    @TempDir static Path folder;
    private static Recording recording = new Recording(List.of());

    @BeforeAll
    static void record() {
        assumeTrue(Recording.isPossible(), "this machine has no strace");
        recording = Recording.of(folder, COMMITS);
        assertTrue(recording.calls().contains(new Call.Committed(COMMITS)));
    }

    @Test
    void linesOfShortAndLongProcessNumbersAreRead() {
        for (String process : List.of("4611  ", "46110 ", "461100 ")) {
            Recording read =
                    Recording.parse(
                            List.of(
                                    process
                                            + "fsync(96<\\x2f\\x73\\x74\\x6f\\x72\\x65\\x2e\\x64\\x62>) = 0",
                                    process
                                            + "ftruncate(96<\\x73\\x74\\x6f\\x72\\x65\\x2e\\x64\\x62>, 7 <unfinished ...>",
                                    process + "<... ftruncate resumed>) = 0"));
            assertEquals(
                    List.of(new Call.Sync("store.db"), new Call.Truncate("store.db", 7)),
                    read.calls(),
                    process);
        }
    }

    @Test
    void noCrashLosesWhatWasCommitted() {
        CrashStates.Result result =
                new CrashStates(recording, folder.resolve("state"))
                        .run(STATES, new SplittableRandom(1));
        assertEquals(List.of(), result.wrong());
        assertTrue(result.killed() >= STATES && result.cut() >= STATES);
    }

    @Test
    void storeThatSyncsLaterWouldBeFound() {
        CrashStates.Result result =
                new CrashStates(recording.lazy(), folder.resolve("lazy"))
                        .run(STATES, new SplittableRandom(1));
        assertFalse(result.wrong().isEmpty());
    }
}

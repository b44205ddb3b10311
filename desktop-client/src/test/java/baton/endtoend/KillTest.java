package baton.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing is lost when something dies. `./baton measure kills` does the same for longer.
class KillTest {
    private static final int MESSAGES = 200;

    @TempDir Path folder;

    @Test
    void killingRelayRedisAndClientLosesAndDoublesNothing() {
        try (Scene scene = Scene.in(folder)) {
            Kills.Result result = new Kills(scene, folder, MESSAGES, 1).run();
            assertEquals(3, result.inTheMiddle(), "kills while both people talked");
            assertEquals(0, result.sum(Ledger.Verdict::lost), "lost");
            assertEquals(0, result.sum(Ledger.Verdict::twice), "shown twice");
            assertEquals(0, result.sum(Ledger.Verdict::outOfOrder), "out of order");
            assertEquals(3L * MESSAGES, result.promised());
            assertTrue(result.isClean(), result.toString());
        }
    }
}

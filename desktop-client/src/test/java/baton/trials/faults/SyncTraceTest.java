package baton.trials.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SyncTraceTest {
    private static final String FILE = "8</data/appendonly.aof>";

    @Test
    void whatWasWrittenAndSyncedIsSafe() {
        assertEquals(
                0,
                SyncTrace.unsynced(
                        List.of(
                                "7 write(" + FILE + ", \"\"..., 120) = 120",
                                "7 fdatasync(" + FILE + ") = 0",
                                "7 write(9<socket:[3]>, \"\"..., 5) = 5")));
    }

    @Test
    void whatWasWrittenAfterASyncBeganIsNot() {
        assertEquals(
                70,
                SyncTrace.unsynced(
                        List.of(
                                "7 write(" + FILE + ", \"\"..., 100) = 100",
                                "8 fdatasync(" + FILE + " <unfinished ...>",
                                "7 write(" + FILE + ", \"\"..., 70) = 70",
                                "8 <... fdatasync resumed>)    = 0 (DELAYED)")));
    }

    @Test
    void syncThatDidNotEndHoldsNothing() {
        assertEquals(
                100,
                SyncTrace.unsynced(
                        List.of(
                                "7 write(" + FILE + ", \"\"..., 100) = 100",
                                "8 fdatasync(" + FILE + " <unfinished ...>",
                                "8 <... fdatasync resumed>)    = ?",
                                "8 +++ killed by SIGKILL +++")));
    }

    @Test
    void anotherFileIsNotItsBusiness() {
        assertEquals(
                100,
                SyncTrace.unsynced(
                        List.of(
                                "7 write(" + FILE + ", \"\"..., 100) = 100",
                                "8 fdatasync(9</data/other> <unfinished ...>",
                                "7 write(4</data/redis.log>, \"\"..., 10) = 10",
                                "8 <... fdatasync resumed>)    = 0")));
    }

    @Test
    void longWriteCountsWhenItHasEnded() {
        assertEquals(
                40,
                SyncTrace.unsynced(
                        List.of(
                                "7 write(" + FILE + ", \"\"..., 50 <unfinished ...>",
                                "8 fdatasync(" + FILE + ") = 0",
                                "7 <... write resumed>) = 40")));
    }
}

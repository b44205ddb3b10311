package baton.trials.crash;

import java.nio.file.Path;
import java.util.SplittableRandom;

/// What power cuts leave of a device's store as it is, and as it would be if it synced as late as
/// `synchronous=NORMAL` does. The second must lose something, or the first proves nothing.
///
/// @param states of each
/// @param kept which of them are wrong as the store is
/// @param late which of them are wrong if it syncs late
public record StoreControl(long states, long kept, long late) {
    private static final long COMMITS = 60;
    private static final int STATES = 150;

    /// Whether this machine can record what a store asks of the system.
    public static boolean isPossible() {
        return Recording.isPossible();
    }

    /// Takes some seconds.
    ///
    /// @param folder for its files; is made
    public static StoreControl run(Path folder, long seed) {
        Recording recording = Recording.of(folder, COMMITS);
        CrashStates.Result kept = tried(recording, folder.resolve("full"), seed);
        CrashStates.Result late = tried(recording.lazy(), folder.resolve("normal"), seed);
        return new StoreControl(
                kept.killed() + kept.cut(), kept.wrong().size(), late.wrong().size());
    }

    private static CrashStates.Result tried(Recording recording, Path folder, long seed) {
        return new CrashStates(recording, folder).run(STATES, new SplittableRandom(seed));
    }
}

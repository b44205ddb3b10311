package baton.trials.faults;

import baton.trials.crash.StoreControl;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The controls of a campaign, which take about half a minute.
final class Controls {
    private static final String NO_STRACE = "this machine has no strace that may look on";

    private Controls() {}

    /// @param folder for their files
    static List<Control> run(Path folder, long seed) {
        return List.of(everysec(folder.resolve("everysec"), seed), normal(folder, seed));
    }

    private static Control everysec(Path folder, long seed) {
        return SyncTrace.isPossible()
                ? EverysecControl.run(folder, seed)
                : new Control(Control.Kind.EVERYSEC, Control.Verdict.IMPOSSIBLE, NO_STRACE);
    }

    private static Control normal(Path folder, long seed) {
        if (!StoreControl.isPossible()) {
            return new Control(Control.Kind.NORMAL, Control.Verdict.IMPOSSIBLE, NO_STRACE);
        }
        StoreControl result = StoreControl.run(folder.resolve("normal"), seed);
        String words =
                String.format(
                        Locale.ROOT,
                        "%,d of %,d states after a crash lost what was committed; with FULL %,d",
                        result.late(),
                        result.states(),
                        result.kept());
        return Control.of(Control.Kind.NORMAL, result.kept(), result.late(), words);
    }
}

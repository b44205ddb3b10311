package baton.trials.crash;

import baton.model.Allowed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./baton trials crash-states`: every state in which a crash can leave a device's store. Exit
/// codes: 0 nothing was lost, 1 something was, 2 wrong flags, 3 this machine has no `strace`.
@Allowed("prints figures to whoever asked for them")
@Command(
        name = "crash-states",
        description = "Rebuilds what crashes leave of a device's store, and opens it.",
        mixinStandardHelpOptions = true)
public final class CrashStatesCommand implements Callable<Integer> {
    private static final int IMPOSSIBLE = 3;
    private static final int TOLD_MAX = 10;

    @Option(names = "--states", defaultValue = "3000", description = "Of each kind. Default: 3000.")
    private int states;

    @Option(names = "--commits", defaultValue = "400", description = "Recorded. Default: 400.")
    private long commits;

    @Option(names = "--seed", defaultValue = "1", description = "What is drawn from. Default: 1.")
    private long seed;

    /// Made by the command line.
    public CrashStatesCommand() {}

    @Override
    public Integer call() throws IOException {
        if (!Recording.isPossible()) {
            System.out.println("This needs strace: apt-get install strace");
            return IMPOSSIBLE;
        }
        Path folder = Files.createTempDirectory("baton-crash-");
        Recording recording = Recording.of(folder, commits);
        CrashStates.Result result =
                new CrashStates(recording, folder.resolve("state"))
                        .run(states, new SplittableRandom(seed));
        CrashStates.Result control =
                new CrashStates(recording.lazy(), folder.resolve("lazy"))
                        .run(states, new SplittableRandom(seed));
        say("%,d commits, %,d system calls%n", commits, recording.calls().size());
        say(
                "%,d states after kill -9, %,d after a power cut: %,d wrong%n",
                result.killed(), result.cut(), result.wrong().size());
        say(
                "control, as if the store synced later: %,d wrong (must not be 0)%n",
                control.wrong().size());
        result.wrong().stream().limit(TOLD_MAX).forEach(System.out::println);
        return result.wrong().isEmpty() && !control.wrong().isEmpty() ? 0 : 1;
    }

    @SuppressWarnings("AnnotateFormatMethod") // Called here only, with literals.
    private static void say(String format, Object... values) {
        System.out.print(String.format(Locale.ROOT, format, values));
    }
}

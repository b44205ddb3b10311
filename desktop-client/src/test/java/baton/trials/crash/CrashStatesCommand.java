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
    private static final Path MEMORY = Path.of("/dev/shm");

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
        Path memory = Files.createTempDirectory(inMemory(folder), "states-");
        try {
            say("%,d commits are recorded in %s%n", commits, folder);
            Recording recording = Recording.of(folder, commits);
            say("%,d system calls%n", recording.calls().size());
            CrashStates.Result result = tried(recording, memory.resolve("full"));
            say(
                    "%,d states after kill -9, %,d after a power cut: %,d wrong%n",
                    result.killed(), result.cut(), result.wrong().size());
            CrashStates.Result control = tried(recording.lazy(), memory.resolve("normal"));
            say(
                    "control, as if the store synced with synchronous=NORMAL: %,d wrong (must not"
                            + " be 0)%n",
                    control.wrong().size());
            result.wrong().stream().limit(TOLD_MAX).forEach(System.out::println);
            boolean isWell = result.wrong().isEmpty() && !control.wrong().isEmpty();
            if (isWell) {
                CrashStates.delete(folder);
            }
            return isWell ? 0 : 1;
        } finally {
            CrashStates.delete(memory);
        }
    }

    private CrashStates.Result tried(Recording recording, Path place) {
        return new CrashStates(recording, place).run(states, new SplittableRandom(seed));
    }

    /// Where nothing waits for a disk; what a disk holds after a crash is made up anyway.
    private static Path inMemory(Path otherwise) {
        return Files.isWritable(MEMORY) ? MEMORY : otherwise;
    }

    @SuppressWarnings("AnnotateFormatMethod") // Called here only, with literals.
    private static void say(String format, Object... values) {
        System.out.print(String.format(Locale.ROOT, format, values));
    }
}

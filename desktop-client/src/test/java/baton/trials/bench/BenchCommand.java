package baton.trials.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./baton trials bench`: workloads on real processes, as a table and as JSON. Exit codes: 0
/// measured, 1 a promise was broken, 2 wrong flags.
@Command(
        name = "bench",
        description = "Measures what relays do under load and what it costs.",
        mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {
    private static final int QUICK_SECONDS = 2;
    private static final int SECONDS = 15;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--workload",
            split = ",",
            description = "Which ones: ${COMPLETION-CANDIDATES}. Default: all.",
            completionCandidates = Workloads.Names.class)
    private List<String> workloads = List.of();

    @Option(names = "--users", split = ",", description = "Sizes of W1 in place of its own.")
    private List<Integer> users = List.of();

    @Option(names = "--seconds", description = "Of each stretch measured. Default: 15.")
    private Optional<Integer> seconds = Optional.empty();

    @Option(names = "--quick", description = "Small sizes: all workloads within a minute.")
    private boolean isQuick;

    @Option(names = "--nodes", description = "Relays on one Redis, for W1. Default: one.")
    private int nodes = 1;

    @Option(names = "--out", description = "Folder for bench.md and bench.json.")
    private Optional<Path> out = Optional.empty();

    /// Made by the command line.
    public BenchCommand() {}

    @Override
    public Integer call() throws Exception {
        Report report = new Report(command());
        Duration time = Duration.ofSeconds(seconds.orElse(isQuick ? QUICK_SECONDS : SECONDS));
        Bench bench = new Bench(report, isQuick, users, time, nodes);
        for (Workload workload : asked()) {
            report.table(workload.title());
            workload.run(bench);
        }
        if (out.isPresent()) {
            report.write(out.get());
        }
        return report.isBroken() ? 1 : 0;
    }

    private String command() {
        return "./baton trials "
                + String.join(" ", spec.commandLine().getParseResult().originalArgs());
    }

    private List<Workload> asked() {
        for (String name : workloads) {
            if (Workloads.ALL.stream().noneMatch(workload -> workload.name().equals(name))) {
                throw new ParameterException(spec.commandLine(), "no workload " + name);
            }
        }
        return Workloads.ALL.stream()
                .filter(workload -> workloads.isEmpty() || workloads.contains(workload.name()))
                .toList();
    }
}

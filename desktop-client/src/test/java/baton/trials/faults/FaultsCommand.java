package baton.trials.faults;

import baton.model.Allowed;
import baton.relay.redis.RedisTopology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `./baton trials faults`: real relays, Redis and devices while a nemesis does harm, and a
/// checker. Exit codes: 0 every promise was kept, 1 one was broken or a control did not go red, 2
/// wrong flags.
@Allowed("prints a report to whoever asked for it")
@Command(
        name = "faults",
        description = "Talks through real relays, Redis and devices while a nemesis does harm.",
        mixinStandardHelpOptions = true)
public final class FaultsCommand implements Callable<Integer> {
    /// From so many minutes on a crowd is signed up in any case.
    private static final int CROWDED = 10;

    private static final double MILLIS = 60_000;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--minutes",
            defaultValue = "5",
            description = "So long at least; the round that runs then is ended. Default: 5.")
    private double minutes;

    @Option(names = "--seed", description = "What is drawn from. Default: from the clock.")
    private long seed = -1;

    @Option(
            names = "--topology",
            defaultValue = "SINGLE",
            description = "How Redis is arranged: ${COMPLETION-CANDIDATES}. Default: SINGLE.")
    private RedisTopology.Kind topology = RedisTopology.Kind.SINGLE;

    @Option(names = "--nodes", defaultValue = "2", description = "Relays. Default: 2.")
    private int nodes;

    @Option(
            names = "--keep-events",
            defaultValue = "-1",
            description = "What relays keep of each log. Default: every third seed keeps 400.")
    private int keepEvents;

    @Option(
            names = "--crowd",
            description = "Lets a group of 300 take part. From 10 minutes on it does anyway.")
    private boolean crowd;

    @Option(
            names = "--only",
            split = ",",
            description = "Faults to draw from: ${COMPLETION-CANDIDATES}. Default: all.")
    private Set<FaultKind> only = EnumSet.allOf(FaultKind.class);

    @Option(names = "--out", description = "Folder for faults.md and faults.json.")
    private Optional<Path> out = Optional.empty();

    /// Made by the command line.
    public FaultsCommand() {}

    @Override
    public Integer call() throws IOException {
        long drawn = seed < 0 ? System.currentTimeMillis() : seed;
        Path folder = Files.createTempDirectory("baton-faults-");
        System.out.println("seed " + drawn + "; everything is in " + folder);
        Campaign.Plan plan =
                Campaign.Plan.drawn(
                        drawn,
                        new Stage.Setup(topology, nodes, keepEvents),
                        crowd || minutes >= CROWDED ? Cast.Size.FULL : Cast.Size.MEDIUM,
                        only);
        List<Control> controls = Controls.run(folder.resolve("controls"), drawn);
        controls.forEach(control -> System.out.println(control.kind().label() + ": " + control));
        CampaignResult result =
                new Campaign(plan, folder).run(1, Duration.ofMillis((long) (minutes * MILLIS)));
        FaultsReport report = new FaultsReport(command(), result, controls);
        System.out.println(report.markdown());
        if (!result.isClean()) {
            System.out.println(report.story(folder));
        }
        out.ifPresent(place -> report.write(place, folder));
        if (report.isConvincing()) {
            delete(folder);
        }
        return report.isConvincing() ? 0 : 1;
    }

    private String command() {
        List<String> words = spec.commandLine().getParseResult().originalArgs();
        return "./baton trials " + String.join(" ", words);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

package baton.simulation;

import baton.model.Allowed;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./baton simulate`: devices and a relay under simulated faults, on all cores; or one run again,
/// told in words. Exit codes: 0 every run converged, 1 one did not, 2 wrong flags.
@Allowed("prints figures and a story to whoever asked for them")
@Command(
        name = "baton simulate",
        description = "Runs devices and a relay through simulated faults.",
        mixinStandardHelpOptions = true)
public final class SimulateMain implements Callable<Integer> {
    private static final long SECONDS = 60;
    private static final int WIDTH = 14;

    @Option(names = "--seeds", description = "So many runs. Default: as many as fit in the time.")
    private long seeds;

    @Option(names = "--seconds", description = "So long. Default: 60, or as long as it takes.")
    private long seconds;

    @Option(names = "--seed", description = "The first seed. Default: drawn from the clock.")
    private long seed = -1;

    @Option(names = "--story", description = "One run: print in words what happens in it.")
    private boolean isStory;

    @Option(names = "--frames", description = "As --story, with every frame that arrives.")
    private boolean isFrames;

    /// Made by the command line only.
    private SimulateMain() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SimulateMain()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        long first = seed < 0 ? System.currentTimeMillis() : seed;
        return isStory || isFrames ? story(first) : campaign(first);
    }

    private int story(long which) {
        Story.Depth depth = isFrames ? Story.Depth.FRAMES : Story.Depth.EVENTS;
        say("Run %d", which);
        Simulation simulation =
                new Simulation(which, Planted.NOTHING, new Story.Told(depth, SimulateMain::say));
        try {
            simulation.run();
            return 0;
        } catch (AssertionError failure) {
            say("FAILED: " + failure.getMessage());
            return 1;
        }
    }

    private int campaign(long first) throws InterruptedException {
        int threads = Runtime.getRuntime().availableProcessors();
        long runs = seeds > 0 ? seeds : Long.MAX_VALUE - first;
        boolean isEndless = seeds > 0 && seconds <= 0;
        Duration time = Duration.ofSeconds(seconds > 0 ? seconds : SECONDS);
        say("./baton simulate --seed %d, %d threads, Java %s", first, threads, Runtime.version());
        Campaign.Report report =
                new Campaign(first, runs, isEndless ? Duration.ofDays(365) : time).run(threads);
        row(report.runs(), "runs, seeds %d to %d", first, first + report.runs() - 1);
        row(Math.round(report.took().toMillis() / 1e3), "seconds");
        row(Math.round(report.runsPerSecond()), "runs a second");
        row(Math.round(report.virtualHoursPerMinute()), "virtual hours in a minute");
        row(Math.round(report.longest().toMillis() / 1e3), "virtual seconds to agree, at most");
        for (Happened.What what : Happened.What.values()) {
            row(report.happened().times(what), what.words());
        }
        row(report.failures().size(), "runs failed");
        report.failures().values().forEach(failure -> say("FAILED: " + failure.getMessage()));
        return report.failures().isEmpty() ? 0 : 1;
    }

    @SuppressWarnings("AnnotateFormatMethod") // Called here only, with literals.
    private static void row(long number, String what, Object... arguments) {
        String words = what.formatted(arguments);
        say("%" + WIDTH + "s  %s", String.format(Locale.ROOT, "%,d", number), words);
    }

    private static void say(String line) {
        System.out.println(line);
    }

    @SuppressWarnings("AnnotateFormatMethod") // Called here only, with literals.
    private static void say(String line, Object... arguments) {
        say(line.formatted(arguments));
    }
}

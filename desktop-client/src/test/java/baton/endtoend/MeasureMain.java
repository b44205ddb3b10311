package baton.endtoend;

import baton.model.Allowed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./baton measure`: figures of the whole path on this machine, each with the machine and the
/// command that makes it again. Every device and the relay's Redis sync their disks at each commit.
/// Exit codes: 0 measured, 1 a promise was broken, 2 wrong flags.
@Allowed("prints figures to whoever asked for them")
@Command(
        name = "baton measure",
        description = "Measures a relay and devices on this machine.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "latency|backlog|kills|relay-memory|all")
public final class MeasureMain implements Callable<Integer> {
    private static final int BROKEN = 1;

    private boolean isBroken;
    private boolean isHeadPrinted;

    /// Made by the command line only.
    private MeasureMain() {}

    public static void main(String[] arguments) {
        int code = new CommandLine(new MeasureMain()).execute(arguments);
        System.exit(code);
    }

    @Override
    public Integer call() {
        return all();
    }

    @Command(name = "latency", description = "From sending to another person's disk.")
    int latency(
            @Option(names = "--messages", defaultValue = "1000", description = "How many.")
                    int messages) {
        say("./baton measure latency --messages " + messages);
        in(scene -> {
            head(scene);
            Latency.Result result = new Latency(scene).run(messages);
            row("messages, one after the other", "%,d", messages);
            row("median", "%.1f ms", result.millis(0.5));
            row("99th percentile", "%.1f ms", result.millis(0.99));
            row("longest", "%.1f ms", result.millis(1));
            return true;
        });
        return code();
    }

    @Command(name = "backlog", description = "How soon a device that was closed is current.")
    int backlog(
            @Option(names = "--messages", defaultValue = "10000", description = "How many.")
                    int messages) {
        say("./baton measure backlog --messages " + messages);
        in(scene -> {
            head(scene);
            Backlog.Result result = new Backlog(scene).run(messages);
            row("messages missed", "%,d", messages);
            row("current after", "%.2f s", result.toCurrent().toMillis() / 1000.0);
            row("reports of what is left", "%,d", result.steps());
            row("of these wrong", "%,d", result.wrong());
            row("steps back", "%,d", result.backwards());
            return result.isTrue();
        });
        return code();
    }

    @Command(name = "kills", description = "What is lost when something dies.")
    int kills(
            @Option(names = "--messages", defaultValue = "2000", description = "How many.")
                    int messages,
            @Option(names = "--rounds", defaultValue = "5", description = "Kills of each part.")
                    int rounds) {
        say("./baton measure kills --messages " + messages + " --rounds " + rounds);
        in(scene -> {
            head(scene);
            Kills.Result result = new Kills(scene, scene.folder(), messages, rounds).run();
            row("messages, on each of 3 devices", "%,d", result.promised() / 3);
            row("kills of relay, Redis, client", "%,d", result.kills());
            row("of these while both talked", "%,d", result.inTheMiddle());
            row("lost", "%,d", result.sum(Ledger.Verdict::lost));
            row("shown twice", "%,d", result.sum(Ledger.Verdict::twice));
            row("out of order", "%,d", result.sum(Ledger.Verdict::outOfOrder));
            row("never sent by anybody", "%,d", result.sum(Ledger.Verdict::foreign));
            row("same history on all devices", "%s", result.sameHistory() ? "yes" : "no");
            return result.isClean();
        });
        return code();
    }

    @Command(
            name = "relay-memory",
            description = "What devices that never read cost a relay and the others.")
    int relayMemory(
            @Option(names = "--sessions", defaultValue = "1000", description = "Devices in all.")
                    int sessions,
            @Option(names = "--stuck", defaultValue = "100", description = "Those of them stuck.")
                    int stuck,
            @Option(names = "--seconds", defaultValue = "60", description = "Of each talk.")
                    int seconds) {
        say("./baton measure relay-memory --sessions " + sessions + " --stuck " + stuck);
        in(scene -> {
            head(scene);
            RelayMemory.Result result = measured(scene, sessions, stuck, seconds);
            memory("before", result.before());
            talk("without the stuck ones", result.without());
            talk("with them", result.with());
            memory("after", result.after());
            row("cut off for not reading", "%,d times", result.cuts());
            row("connections of others that ended", "%,d", result.closed());
            row("sends without an answer", "%,d", result.unacked());
            return result.isClean();
        });
        return code();
    }

    private static RelayMemory.Result measured(Scene scene, int sessions, int stuck, int seconds) {
        try {
            return new RelayMemory(scene.relay()).run(sessions, stuck, Duration.ofSeconds(seconds));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static void talk(String when, RelayMemory.Talk talk) {
        row("messages received, " + when, "%,d", talk.nanos().size());
        row("of", "%,d", talk.expected());
        row("  median", "%.1f ms", talk.millis(0.5));
        row("  99th percentile", "%.1f ms", talk.millis(0.99));
        memory("at most, " + when, talk.most());
    }

    private static void memory(String when, RelayMemory.Memory memory) {
        row("relay's heap " + when, "%,d KB", memory.heapBytes() / 1_024);
        row("relay's process " + when, "%,d KB", memory.residentBytes() / 1_024);
    }

    @Command(name = "all", description = "All of these with their defaults.")
    int all() {
        latency(1_000);
        backlog(10_000);
        kills(2_000, 5);
        return code();
    }

    private int code() {
        return isBroken ? BROKEN : CommandLine.ExitCode.OK;
    }

    private interface Measurement {
        /// @return whether every promise was kept
        boolean isKeptIn(Scene scene);
    }

    /// A new relay in a folder of its own, which stays if a promise was broken.
    private void in(Measurement measurement) {
        try {
            Path folder = Files.createTempDirectory("baton-measure-");
            if (isKept(measurement, folder)) {
                delete(folder);
            } else {
                isBroken = true;
                say("  A PROMISE WAS BROKEN: what was stored and logged is in " + folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isKept(Measurement measurement, Path folder) {
        try (Scene scene = Scene.in(folder)) {
            return measurement.isKeptIn(scene);
        } catch (AssertionError e) {
            say("  " + e.getMessage());
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }

    private void head(Scene scene) {
        if (isHeadPrinted) {
            return;
        }
        isHeadPrinted = true;
        row("cores", "%d", Runtime.getRuntime().availableProcessors());
        row("system", "%s", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        row("Java", "%s", Runtime.version());
        row("Redis", "%s, appendfsync always", scene.relay().redisVersion());
    }

    private static void row(String what, String format, Object value) {
        say("  %-44s %s".formatted(what, String.format(Locale.ROOT, format, value)));
    }

    private static void say(String line) {
        System.out.println(line);
    }
}

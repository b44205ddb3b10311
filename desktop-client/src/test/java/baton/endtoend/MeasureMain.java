package baton.endtoend;

import baton.desktop.store.sqlite.SearchPace;
import baton.desktop.store.sqlite.StorePace;
import baton.model.Allowed;
import baton.relay.redis.RedisTopology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
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
        synopsisSubcommandLabel =
                "bootstrap|kills|failover|rolling|hostile|relay-memory|window|store|search|codec|all")
public final class MeasureMain implements Callable<Integer> {
    private static final int BROKEN = 1;
    private static final Duration PACE = Duration.ofMillis(10);

    private final MeasureSheet sheet = new MeasureSheet();

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

    @Command(
            name = "bootstrap",
            description = "How soon a new device of an account with a long history is of use.")
    int bootstrap(
            @Option(
                            names = "--conversations",
                            defaultValue = "1000",
                            description = "How many the account has.")
                    int conversations,
            @Option(
                            names = "--messages",
                            defaultValue = "200000",
                            description = "How many it has in all.")
                    int messages) {
        sheet.say(
                "./baton measure bootstrap --conversations "
                        + conversations
                        + " --messages "
                        + messages);
        sheet.in(scene -> {
            Bootstrap.Result result = new Bootstrap(scene, conversations, messages).run();
            sheet.row("list of conversations with badges", "%.2f s", seconds(result.toList()));
            sheet.row("wrong badges then", "%,d", result.wrongBadges());
            sheet.row(
                    "newest messages of the first %d".formatted(Bootstrap.FIRST),
                    "%.2f s",
                    seconds(result.toNewest()));
            sheet.row("everything", "%.2f s", seconds(result.toAll()));
            sheet.row("messages a second", "%,.0f", messages / seconds(result.toAll()));
            sheet.row("the relay wrote", "%,.0f bytes per message", result.bytesPerMessage());
            return result.wrongBadges() == 0;
        });
        return code();
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    @Command(name = "kills", description = "What is lost when something dies.")
    int kills(
            @Option(names = "--messages", defaultValue = "2000", description = "How many.")
                    int messages,
            @Option(names = "--rounds", defaultValue = "5", description = "Kills of each part.")
                    int rounds) {
        sheet.say("./baton measure kills --messages " + messages + " --rounds " + rounds);
        sheet.in(scene -> {
            Kills.Result result = new Kills(scene, scene.folder(), messages, rounds).run();
            sheet.row("messages, on each of 3 devices", "%,d", result.promised() / 3);
            sheet.row("kills of relay, Redis, client", "%,d", result.kills());
            sheet.row("of these while both talked", "%,d", result.inTheMiddle());
            sheet.row("lost", "%,d", result.sum(Ledger.Verdict::lost));
            sheet.row("shown twice", "%,d", result.sum(Ledger.Verdict::twice));
            sheet.row("out of order", "%,d", result.sum(Ledger.Verdict::outOfOrder));
            sheet.row("never sent by anybody", "%,d", result.sum(Ledger.Verdict::foreign));
            sheet.row("same history on all devices", "%s", result.sameHistory() ? "yes" : "no");
            return result.isClean();
        });
        return code();
    }

    @Command(
            name = "failover",
            description = "What a killed Redis costs two relays and people who go on sending.")
    int failover(
            @Option(
                            names = "--topology",
                            defaultValue = "SENTINEL",
                            description = "${COMPLETION-CANDIDATES}.")
                    RedisTopology.Kind topology,
            @Option(names = "--messages", defaultValue = "3000", description = "At least.")
                    int messages) {
        sheet.say("./baton measure failover --topology " + topology + " --messages " + messages);
        boolean hasReplicas = topology != RedisTopology.Kind.SINGLE;
        sheet.inFolder(folder -> {
            RedisTopology redis = RedisTopology.start(topology, hasReplicas ? 2 : 0);
            try (Nodes nodes = Nodes.start(folder, redis, 2);
                    Scene scene = Scene.at(folder, nodes.address())) {
                SteadyTalk talk = new SteadyTalk(scene, folder, "talk");
                return told(
                        talk.during(
                                messages,
                                PACE,
                                () -> {
                                    redis.killPrimaryOf(talk.conversation());
                                    if (!hasReplicas) {
                                        redis.restartDead();
                                    }
                                }));
            }
        });
        return code();
    }

    @Command(
            name = "rolling",
            description = "What restarting three relays one by one costs people who go on sending.")
    int rolling(
            @Option(names = "--messages", defaultValue = "3000", description = "At least.")
                    int messages) {
        sheet.say("./baton measure rolling --messages " + messages);
        sheet.inFolder(folder -> {
            RedisTopology redis = RedisTopology.start(RedisTopology.Kind.SENTINEL, 2);
            try (Nodes nodes = Nodes.start(folder, redis, 3);
                    Scene scene = Scene.at(folder, nodes.address())) {
                SteadyTalk talk = new SteadyTalk(scene, folder, "talk");
                return told(talk.during(messages, PACE, nodes::restartOneByOne));
            }
        });
        return code();
    }

    @Command(
            name = "hostile",
            description = "What everything that no device says costs people who go on talking.")
    int hostile(
            @Option(
                            names = "--seconds",
                            defaultValue = "30",
                            description = "In peace, and twice as long not.")
                    int seconds,
            @Option(names = "--callers", defaultValue = "4", description = "At once.")
                    int callers) {
        sheet.say("./baton measure hostile --seconds " + seconds + " --callers " + callers);
        Duration time = Duration.ofSeconds(seconds);
        sheet.in(scene -> {
            Hostility hostility = new Hostility(scene.relay(), callers);
            SteadyTalk talk = new SteadyTalk(scene, scene.folder(), "talk");
            // The first third of them is said in peace.
            int messages = Math.toIntExact(3 * time.dividedBy(PACE));
            SteadyTalk.Result result =
                    talk.during(messages, PACE, () -> hostility.call(time.multipliedBy(2)));
            boolean isClean = told(result);
            sheet.row("  times the one before", "%.2f", worse(result));
            sheet.row("said what no device says", "%,d times", hostility.said());
            sheet.row("relay's process before", "%,d KB", hostility.residentBefore() / 1_024);
            sheet.row("relay's process at most", "%,d KB", hostility.residentMost() / 1_024);
            return isClean;
        });
        return code();
    }

    private static double worse(SteadyTalk.Result result) {
        return result.during().millis(0.99) / result.before().millis(0.99);
    }

    private boolean told(SteadyTalk.Result result) {
        sheet.row("messages, one each 10 ms", "%,d", result.messages());
        sheet.row("lost, on 3 devices", "%,d", result.sum(Ledger.Verdict::lost));
        sheet.row("shown twice", "%,d", result.sum(Ledger.Verdict::twice));
        sheet.row("out of order", "%,d", result.sum(Ledger.Verdict::outOfOrder));
        sheet.row("not sent in the end", "%,d", result.sum(Ledger.Verdict::waiting));
        sheet.row("longest time without service", "%.2f s", seconds(result.silence()));
        sheet.row("to the other's store before, median", "%.1f ms", result.before().millis(0.5));
        sheet.row("  99th percentile", "%.1f ms", result.before().millis(0.99));
        sheet.row("while and after it happens, median", "%.1f ms", result.during().millis(0.5));
        sheet.row("  99th percentile", "%.1f ms", result.during().millis(0.99));
        return result.isClean();
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
        sheet.say("./baton measure relay-memory --sessions " + sessions + " --stuck " + stuck);
        sheet.in(scene -> {
            RelayMemory.Result result = measured(scene, sessions, stuck, seconds);
            memory("before", result.before());
            talk("without the stuck ones", result.without());
            talk("with them", result.with());
            memory("after", result.after());
            sheet.row("cut off for not reading", "%,d times", result.cuts());
            sheet.row("connections of others that ended", "%,d", result.closed());
            sheet.row("sends without an answer", "%,d", result.unacked());
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

    private void talk(String when, RelayMemory.Talk talk) {
        sheet.row("messages received, " + when, "%,d", talk.nanos().size());
        sheet.row("of", "%,d", talk.expected());
        sheet.row("  median", "%.1f ms", talk.millis(0.5));
        sheet.row("  99th percentile", "%.1f ms", talk.millis(0.99));
        memory("at most, " + when, talk.most());
    }

    private void memory(String when, RelayMemory.Memory memory) {
        sheet.row("relay's heap " + when, "%,d KB", memory.heapBytes() / 1_024);
        sheet.row("relay's process " + when, "%,d KB", memory.residentBytes() / 1_024);
    }

    @Command(name = "window", description = "How soon a window is there and how evenly it draws.")
    int window(
            @Option(
                            names = "--messages",
                            defaultValue = "200000",
                            description = "How many the account has in all.")
                    int messages,
            @Option(
                            names = "--longest",
                            defaultValue = "100000",
                            description = "How many of these in one conversation.")
                    int longest,
            @Option(
                            names = "--seconds",
                            defaultValue = "20",
                            description = "Of each stretch that is looked at.")
                    int seconds) {
        sheet.say(
                "./baton measure window --messages "
                        + messages
                        + " --longest "
                        + longest
                        + " --seconds "
                        + seconds);
        sheet.in(scene -> {
            new WindowPace(scene, messages, longest, seconds)
                    .run()
                    .forEach((name, words) -> sheet.row(name, "%s", words));
            return true;
        });
        return code();
    }

    @Command(name = "store", description = "How fast a device writes and reads its history.")
    int store(
            @Option(
                            names = "--events",
                            defaultValue = "200000",
                            description = "How many, in full pages of 500.")
                    int events) {
        sheet.say("./baton measure store --events " + events);
        sheet.inFolder(folder -> {
            StorePace pace = StorePace.measure(folder, events);
            sheet.row("events written a second", "%,.0f", pace.perSecond());
            sheet.row("a screen of 50 rows, median", "%.2f ms", pace.screen(0.5));
            sheet.row("99th percentile", "%.2f ms", pace.screen(0.99));
            return true;
        });
        return code();
    }

    @Command(name = "search", description = "How soon texts can be found, and how fast they are.")
    int search(
            @Option(names = "--messages", defaultValue = "200000", description = "How many.")
                    int messages) {
        sheet.say("./baton measure search --messages " + messages);
        sheet.inFolder(folder -> {
            SearchPace pace = SearchPace.measure(folder, messages);
            sheet.row("texts made findable a second", "%,.0f", pace.perSecond());
            sheet.row("a piece of that work, median", "%.1f ms", pace.piece(0.5));
            sheet.row("longest", "%.1f ms", pace.piece(1));
            sheet.row("the file without the index", "%,d KB", pace.bytesBefore() / 1_024);
            sheet.row("with it", "%,d KB", pace.bytesAfter() / 1_024);
            for (SearchPace.Kind kind : pace.searches()) {
                sheet.row(
                        kind.name(),
                        "%s",
                        String.format(
                                Locale.ROOT,
                                "%.1f ms at the median, %.1f p99, %.1f longest; %d hits",
                                kind.millis(0.5),
                                kind.millis(0.99),
                                kind.millis(1),
                                kind.hits()));
            }
            return true;
        });
        return code();
    }

    @Command(name = "codec", description = "What frames and digests cost one thread.")
    int codec() {
        sheet.say("./baton measure codec");
        CodecPace codec = new CodecPace();
        pace("read an event of a page", codec.readPage());
        pace("join an event into a page", codec.splicePage());
        pace("write an entry of a log", codec.writeEntry());
        pace("write a body for a store", codec.writeBody());
        pace("read a register of a feed", codec.readFeed());
        pace("write a register of a feed", codec.writeFeed());
        pace("check an event by its digests", codec.digest());
        sheet.row("characters of an event", "%.0f", codec.charsPerEvent());
        return code();
    }

    private void pace(String what, CodecPace.Pace pace) {
        sheet.row(
                what,
                "%s",
                String.format(
                        Locale.ROOT,
                        "%,.0f ns at the median, %,.0f at best: %,.0f a second",
                        pace.median(),
                        pace.best(),
                        pace.perSecond()));
    }

    @Command(name = "all", description = "The first two with their defaults.")
    int all() {
        bootstrap(1_000, 200_000);
        kills(2_000, 5);
        return code();
    }

    private int code() {
        return sheet.isBroken() ? BROKEN : CommandLine.ExitCode.OK;
    }
}

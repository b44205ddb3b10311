package baton.trials.faults;

import baton.model.ConversationId;
import baton.relay.redis.RedisTopology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// A small campaign whose only fault is that the power of the Redis machine fails while everybody
/// talks: `kill -9`, and what was not synced is gone from its file. First with `appendfsync
/// always`, as a relay demands it, and nothing may be missing that a device knows to be in the log;
/// then with `everysec` and a slow disk, and something must be. Devices are dead when the checker
/// looks: with their next connection they give back what a log lost. One thread.
final class EverysecControl {
    private static final Cast.Size SIZE = new Cast.Size(3, 1, List.of());
    private static final Duration PACE = Duration.ofMillis(20);
    private static final Duration SLOW_SYNC = Duration.ofMillis(700);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long ACTS_MIN = 300;
    private static final long ENDLESS = 1_000_000;

    private final Path folder;
    private final Stage stage;
    private final Cast cast;
    private final Inspection inspection;
    private final Door door;

    private EverysecControl(Path folder, Stage stage, Cast cast) {
        String relay = stage.relays().getFirst().process().address();
        this.folder = folder;
        this.stage = stage;
        this.cast = cast;
        this.inspection = new Inspection(cast, relay);
        this.door = new Door(relay);
    }

    /// What the checker says after a power cut.
    private record Cut(long promised, long lost) {}

    /// @param folder for its files; is made
    static Control run(Path folder, long seed) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Stage stage = new Stage(new Stage.Setup(RedisTopology.Kind.SINGLE, 1, 0), folder)) {
            Cast cast = new Cast(SIZE, folder, stage.links().address());
            EverysecControl control = new EverysecControl(folder, stage, cast);
            cast.gather(control.door, new SplittableRandom(seed));
            stage.open(cast, folder, seed, PACE.toMillis());
            Cut always = control.cut(1, Duration.ZERO);
            stage.hosts().forEach(host -> host.process().start());
            stage.redis().set("appendfsync", "everysec");
            Cut everysec = control.cut(2, SLOW_SYNC);
            String words =
                    String.format(
                            Locale.ROOT,
                            "lost %,d of %,d acts; with always %,d of %,d",
                            everysec.lost(),
                            everysec.promised(),
                            always.lost(),
                            always.promised());
            return Control.of(Control.Kind.EVERYSEC, always.lost(), everysec.lost(), words);
        }
    }

    private Cut cut(long round, Duration syncTakes) {
        Campaign.await("all devices are settled", PATIENCE, this::isSettled);
        long before = promised();
        Path calls = folder.resolve("calls-" + round);
        try {
            long redis = stage.redis().processes().getFirst();
            SyncTrace trace = SyncTrace.attach(redis, syncTakes, calls);
            stage.hosts().forEach(host -> host.process().play(round, ENDLESS));
            Campaign.await("people talk", PATIENCE, () -> promised() >= before + ACTS_MIN);
            ConversationId anywhere = cast.conversations().keySet().iterator().next();
            stage.redis().killPrimaryOf(anywhere);
            stage.hosts().forEach(host -> host.process().kill());
            stage.redis().cutTailOfDead(trace.unsynced());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stage.redis().restartDead();
        Campaign.await("the relay serves again", PATIENCE, door::isReady);
        Inspection.Look look = inspection.look();
        return new Cut(look.promised(), lost(look));
    }

    /// Only messages: of edits and recalls that wait in an outbox the checker cannot know, for
    /// which it is made for moments when none waits.
    private static long lost(Inspection.Look look) {
        return look.findings().stream()
                .filter(finding -> finding.kind() == Finding.Kind.LOST)
                .filter(finding -> finding.about().startsWith("send "))
                .count();
    }

    private boolean isSettled() {
        return stage.hosts().stream().allMatch(host -> host.process().isSettled());
    }

    private long promised() {
        return cast.profiles().keySet().stream()
                .flatMap(profile -> ActLedger.read(cast.ledger(profile)).stream())
                .filter(Entry::isPromised)
                .count();
    }
}

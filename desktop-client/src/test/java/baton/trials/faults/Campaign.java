package baton.trials.faults;

import baton.endtoend.RelayProcess;
import baton.endtoend.Signals;
import baton.relay.redis.RedisTopology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Rounds of talk under faults, each with a calm end at which everything is checked. One thread.
final class Campaign {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration ROUND_PATIENCE = Duration.ofMinutes(10);
    private static final long RESIDENT_MAX = 768L << 20;
    private static final int DISK_MEGABYTES = 1_024;
    private static final int NEMESES = 2;

    private final Plan plan;
    private final Path folder;
    private final Chronicle chronicle;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Duration> converged = new ArrayList<>();
    private Inspection.Look last = new Inspection.Look(List.of(), 0, 0, 0, 0);
    private long mostResident;

    /// How a campaign goes.
    ///
    /// @param acts of each device in a round
    /// @param pace from one act of a device to its next, on average
    /// @param kinds what the nemesis may do, where it can
    record Plan(
            long seed,
            Stage.Setup setup,
            Cast.Size size,
            long acts,
            Duration pace,
            Set<FaultKind> kinds) {
        Plan {
            kinds = Set.copyOf(kinds);
        }

        /// Whether the only Redis keeps its files on a disk that can be filled up: with every other
        /// seed, since such a disk syncs faster than others.
        boolean isRedisOnSmallDisk() {
            return setup.isSingle() && seed % 2 == 1;
        }

        /// As a seed draws it: of those who do not say how much is kept, a third keep little.
        static Plan drawn(long seed, Stage.Setup setup, Cast.Size size, Set<FaultKind> kinds) {
            int drawn = seed % 3 == 0 ? 400 : 0;
            int keep = setup.keepEvents() < 0 ? drawn : setup.keepEvents();
            return new Plan(
                    seed,
                    new Stage.Setup(setup.topology(), setup.nodes(), keep),
                    size,
                    200,
                    Duration.ofMillis(100),
                    kinds);
        }

        /// One that fits into a minute.
        static Plan small(long seed) {
            return new Plan(
                    seed,
                    new Stage.Setup(RedisTopology.Kind.SINGLE, 2, 0),
                    Cast.Size.SMALL,
                    120,
                    Duration.ofMillis(60),
                    EnumSet.allOf(FaultKind.class));
        }
    }

    Campaign(Plan plan, Path folder) {
        this.plan = plan;
        this.folder = folder;
        this.chronicle = new Chronicle(folder.resolve("faults.log"));
    }

    /// Goes on for so many rounds and so long, or until something is found. What it takes until
    /// everybody is there does not count.
    CampaignResult run(long rounds, Duration time) {
        List<SmallDisk> disks = new ArrayList<>();
        boolean isClean = false;
        try {
            Optional<SmallDisk> ofRedis =
                    plan.isRedisOnSmallDisk() ? disk(Stage.redisDisk(folder)) : Optional.empty();
            ofRedis.ifPresent(disks::add);
            try (Stage stage = new Stage(plan.setup(), folder)) {
                ofRedis.ifPresent(stage::addOfRedis);
                Cast cast = new Cast(plan.size(), folder, stage.links().address());
                disk(cast.home(0))
                        .ifPresent(disk -> {
                            disks.add(disk);
                            stage.add(disk);
                        });
                CampaignResult result = run(stage, cast, rounds, time);
                isClean = result.isClean();
                return result;
            }
        } finally {
            if (!isClean) {
                disks.forEach(SmallDisk::keep);
            }
            disks.forEach(SmallDisk::close);
        }
    }

    private CampaignResult run(Stage stage, Cast cast, long rounds, Duration time) {
        SplittableRandom random = new SplittableRandom(plan.seed());
        String relay = stage.relays().getFirst().process().address();
        cast.gather(new Door(relay), random);
        stage.open(cast, folder, plan.seed(), plan.pace().toMillis());
        Inspection inspection = new Inspection(cast, relay);
        long end = System.nanoTime() + time.toNanos();
        long round = 0;
        try {
            while (findings.isEmpty() && (round < rounds || System.nanoTime() < end)) {
                round++;
                chronicle.say("round " + round);
                rage(stage, cast, round, random);
                calm(stage, inspection);
            }
        } catch (AssertionError e) {
            found("the campaign", "went no further: " + wordsOf(e));
        }
        for (String profile : inspection.damaged()) {
            found(profile, "its store's pages are not in order");
        }
        return result(round, cast);
    }

    private static String wordsOf(Throwable error) {
        return Optional.ofNullable(error.getCause())
                .map(cause -> error.getMessage() + ": " + wordsOf(cause))
                .orElseGet(error::toString);
    }

    private CampaignResult result(long rounds, Cast cast) {
        return new CampaignResult(
                plan,
                rounds,
                cast.profiles().size(),
                last,
                chronicle.faults(),
                findings,
                converged,
                mostResident);
    }

    private Optional<SmallDisk> disk(Path home) {
        try {
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Optional<SmallDisk> disk = SmallDisk.mount(home, DISK_MEGABYTES);
        if (disk.isEmpty()) {
            chronicle.say("no disk of its own may be mounted on " + home);
        }
        return disk;
    }

    private void rage(Stage stage, Cast cast, long round, SplittableRandom random) {
        Nemesis.Order order = new Nemesis.Order(round, plan.acts(), plan.kinds());
        stage.hosts().forEach(host -> host.process().play(round, plan.acts()));
        BooleanSupplier isOver =
                () -> stage.hosts().stream().allMatch(host -> hasActed(host, round));
        List<FutureTask<Boolean>> raging = new ArrayList<>();
        for (int i = 0; i < NEMESES; i++) {
            Nemesis nemesis = new Nemesis(stage, cast, chronicle, random.split(), order);
            if (plan.setup().isSingle() && plan.setup().keepEvents() == 0) {
                nemesis.allowLoss();
            }
            FutureTask<Boolean> task = new FutureTask<>(() -> nemesis.rage(isOver), true);
            raging.add(task);
            Thread.ofPlatform().daemon().name("nemesis-" + i).start(task);
        }
        raging.forEach(Campaign::join);
        await("all devices have acted", ROUND_PATIENCE, isOver);
    }

    private static boolean hasActed(Stage.Victim<Host> host, long round) {
        if (!host.lock().tryLock()) {
            return false;
        }
        try {
            return host.process().hasActed(round, Duration.ofMillis(1));
        } finally {
            host.lock().unlock();
        }
    }

    private static void join(FutureTask<Boolean> task) {
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (ExecutionException e) {
            throw new AssertionError("the nemesis failed", e.getCause());
        }
    }

    /// @throws AssertionError if it does not come about
    static void await(String what, Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("in vain: " + what);
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    /// Everything is well from now on: soon nothing may be wrong any more.
    private void calm(Stage stage, Inspection inspection) {
        stage.heal();
        chronicle.say("calm");
        long start = System.nanoTime();
        stage.hosts().forEach(host -> host.process().connectNow());
        long end = start + PATIENCE.toNanos();
        boolean isSettled = false;
        while (!isSettled && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            isSettled = stage.hosts().stream().allMatch(host -> host.process().isSettled());
        }
        do {
            long looked = System.nanoTime();
            last = inspection.look();
            if (last.isClean()) {
                Duration took = Duration.ofNanos(looked - start);
                converged.add(took);
                chronicle.say(
                        "all agree after " + took.toMillis() + " ms, " + last.events() + " events");
                bounds(stage);
                return;
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        } while (System.nanoTime() < end);
        findings.addAll(last.findings());
    }

    private void bounds(Stage stage) {
        for (Stage.Victim<RelayProcess> relay : stage.relays()) {
            if (!relay.process().isAlive()) {
                found("relay on port " + relay.process().port(), "ended by itself");
            }
        }
        Stream<Long> processes =
                Stream.concat(
                        stage.relays().stream().map(relay -> relay.process().pid()),
                        stage.hosts().stream().map(host -> host.process().pid()));
        processes.forEach(pid -> {
            long resident = Signals.resident(pid);
            mostResident = LongStream.of(mostResident, resident).max().orElse(0);
            if (resident > RESIDENT_MAX) {
                found("process " + pid, "takes " + (resident >> 20) + " MB");
            }
        });
    }

    private void found(String where, String words) {
        findings.add(new Finding(Finding.Kind.PROCESS, where, where, words));
    }
}

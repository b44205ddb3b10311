package baton.trials.faults;

import baton.endtoend.Balancer;
import baton.endtoend.Cable;
import baton.endtoend.RelayProcess;
import baton.endtoend.Signals;
import baton.endtoend.StuckDevice;
import baton.endtoend.Weather;
import baton.model.ConversationId;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Does harm, drawn from a seed: one thing after the other, each with a beginning and an end.
/// Several may be at work at once. What was seen to have happened is counted. One thread each.
final class Nemesis {
    private static final Duration REST_MAX = Duration.ofMillis(900);
    private static final int WHOLE = 100;

    private final Stage stage;
    private final Cast cast;
    private final Chronicle chronicle;
    private final SplittableRandom random;
    private final Order order;
    private final Map<FaultKind, BooleanSupplier> means = new EnumMap<>(FaultKind.class);

    /// What devices that are started again go on with, and what may be done.
    record Order(long round, long acts, Set<FaultKind> kinds) {}

    Nemesis(Stage stage, Cast cast, Chronicle chronicle, SplittableRandom random, Order order) {
        this.stage = stage;
        this.cast = cast;
        this.chronicle = chronicle;
        this.random = random;
        this.order = order;
        relays();
        redis();
        devices();
        links();
    }

    /// Goes on until somebody says that it is enough; everything that it began has ended then.
    ///
    /// @throws AssertionError if nothing of what may be done can be done here
    void rage(BooleanSupplier isEnough) {
        means.keySet().retainAll(order.kinds());
        if (means.isEmpty()) {
            throw new AssertionError("here nobody can do any of " + order.kinds());
        }
        while (!isEnough.getAsBoolean()) {
            rest(REST_MAX);
            FaultKind kind = draw();
            chronicle.begin(kind);
            boolean happened = means.getOrDefault(kind, () -> false).getAsBoolean();
            chronicle.end(kind, happened);
        }
    }

    private FaultKind draw() {
        int all = means.keySet().stream().mapToInt(FaultKind::weight).sum();
        int drawn = random.nextInt(all);
        for (FaultKind kind : means.keySet()) {
            drawn -= kind.weight();
            if (drawn < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("weights do not add up");
    }

    private void rest(Duration atMost) {
        LockSupport.parkNanos(random.nextLong(atMost.toNanos() + 1));
    }

    private void last(double fromSeconds, double toSeconds) {
        LockSupport.parkNanos((long) (random.nextDouble(fromSeconds, toSeconds) * 1e9));
    }

    /// Does something to a victim unless something is done to it already.
    private static boolean holding(ReentrantLock lock, BooleanSupplier harm) {
        if (!lock.tryLock()) {
            return false;
        }
        try {
            return harm.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }

    private void relays() {
        means.put(FaultKind.RELAY_KILLED, () -> relay(this::killed));
        means.put(FaultKind.RELAY_STOPPED, () -> relay(relay -> stopped(relay.pid(), 5)));
        means.put(
                FaultKind.RELAY_RESTARTED,
                () ->
                        relay(relay -> {
                            relay.stop();
                            boolean ended = !relay.isAlive();
                            relay.start();
                            return ended;
                        }));
        if (stage.relays().size() > 1) {
            means.put(FaultKind.RELAYS_ROLLED, () -> roll(relay -> {}));
            means.put(FaultKind.RELAYS_UPGRADED, this::upgrade);
        }
    }

    private interface Harm<T> {
        boolean isDoneTo(T victim);
    }

    private boolean relay(Harm<RelayProcess> harm) {
        Stage.Victim<RelayProcess> victim =
                stage.relays().get(random.nextInt(stage.relays().size()));
        return holding(victim.lock(), () -> harm.isDoneTo(victim.process()));
    }

    private boolean killed(RelayProcess relay) {
        relay.kill();
        boolean ended = !relay.isAlive();
        last(0, 2);
        relay.start();
        return ended;
    }

    private boolean stopped(long pid, double seconds) {
        boolean isStopped = Signals.stop(pid);
        last(0.3, seconds);
        Signals.goOn(pid);
        return isStopped;
    }

    /// As a person upgrades them: each out of the balancer, told to stop, and back when it is
    /// ready.
    ///
    /// @param renewed is told of each while it is away
    private boolean roll(Consumer<RelayProcess> renewed) {
        boolean all = true;
        for (Stage.Victim<RelayProcess> victim : stage.relays()) {
            RelayProcess relay = victim.process();
            all &=
                    holding(
                            victim.lock(),
                            () -> {
                                stage.links().remove(relay.port());
                                relay.stop();
                                renewed.accept(relay);
                                relay.start();
                                stage.links().add(relay.port());
                                return true;
                            });
        }
        return all;
    }

    /// From relays that do not speak the newest version of the protocol: while they are replaced,
    /// devices speak the one or the other with the same people.
    private boolean upgrade() {
        Balancer links = stage.links();
        int before = links.olderSpoken();
        stage.relays().forEach(relay -> links.age(relay.process().port()));
        each(links, WHOLE, Cable::reset);
        last(1, 4);
        boolean all = roll(relay -> links.renew(relay.port()));
        stage.relays().forEach(relay -> links.renew(relay.process().port()));
        // One that something else was done to was left out.
        links.resetOlder();
        return all && links.olderSpoken() > before;
    }

    private void redis() {
        means.put(FaultKind.REDIS_KILLED, () -> holding(stage.redisLock(), this::redisKilled));
        means.put(FaultKind.REDIS_STOPPED, () -> holding(stage.redisLock(), this::redisStopped));
        if (!stage.disksOfRedis().isEmpty()) {
            means.put(
                    FaultKind.REDIS_DISK_FULL,
                    () -> holding(stage.redisLock(), this::redisDiskFull));
        }
        stage.redisLinks()
                .ifPresent(door -> {
                    means.put(FaultKind.REDIS_LINKS_CUT, () -> each(door, WHOLE, Cable::cut));
                    means.put(
                            FaultKind.REDIS_LINKS_SLOW,
                            () -> weather(door, WHOLE, Weather.slow(Duration.ofMillis(40)), 4));
                });
    }

    /// Only where nothing is trimmed: what lies above the floor need not come back then.
    void allowLoss() {
        means.put(
                FaultKind.REDIS_TAIL_CUT,
                () ->
                        holding(
                                stage.redisLock(),
                                () -> {
                                    stage.redis().killPrimaryOf(anywhere());
                                    boolean cut =
                                            stage.redis().cutTailOfDead(random.nextLong(1, 60_000));
                                    stage.redis().restartDead();
                                    return cut;
                                }));
    }

    private boolean redisKilled() {
        stage.redis().killPrimaryOf(anywhere());
        // A replica is promoted meanwhile, where there is one.
        last(0, stage.redisLinks().isPresent() ? 2 : 8);
        stage.redis().restartDead();
        return true;
    }

    /// It ends when it cannot write what it promised to sync, and comes back when there is room.
    private boolean redisDiskFull() {
        boolean isFull = full(stage.disksOfRedis());
        stage.redis().restartDead();
        return isFull;
    }

    private boolean redisStopped() {
        boolean isStopped = Signals.stop(stage.stopRedisOf(anywhere()));
        last(0.3, 4);
        stage.redis().letAllGoOn();
        return isStopped;
    }

    private ConversationId anywhere() {
        List<ConversationId> all = List.copyOf(cast.conversations().keySet());
        return all.get(random.nextInt(all.size()));
    }

    private void devices() {
        means.put(
                FaultKind.HOST_KILLED,
                () ->
                        host(host -> {
                            host.kill();
                            boolean ended = !host.isAlive();
                            last(0, 4);
                            host.start();
                            host.play(order.round(), order.acts());
                            return ended;
                        }));
        means.put(FaultKind.CLOCKS_OFF, () -> host(this::clocksOff));
        means.put(FaultKind.HOST_STOPPED, () -> host(host -> stopped(host.pid(), 10)));
        if (!stage.disks().isEmpty()) {
            means.put(FaultKind.DISK_FULL, () -> full(stage.disks()));
        }
        if (!cast.crowd().isEmpty()) {
            means.put(FaultKind.STUCK_DEVICE, this::stuck);
        }
    }

    private boolean host(Harm<Host> harm) {
        Stage.Victim<Host> victim = stage.hosts().get(random.nextInt(stage.hosts().size()));
        return holding(victim.lock(), () -> harm.isDoneTo(victim.process()));
    }

    private boolean full(List<SmallDisk> disks) {
        SmallDisk disk = disks.get(random.nextInt(disks.size()));
        boolean isFull = disk.fill();
        last(0.5, 4);
        disk.empty();
        return isFull;
    }

    /// By up to most of a day, and back: two jumps. Whatever waits for longer than a day is given
    /// up, and a device cannot know whether it slept or somebody set its clock.
    private boolean clocksOff(Host host) {
        long seconds = (long) Math.pow(10, random.nextDouble(1.5, 4.8));
        host.setClock(Duration.ofSeconds(random.nextBoolean() ? seconds : -seconds));
        last(0.5, 8);
        host.setClock(Duration.ZERO);
        return true;
    }

    private boolean stuck() {
        String token = cast.crowd().get(random.nextInt(cast.crowd().size()));
        AtomicInteger cuts = new AtomicInteger();
        StuckDevice device = new StuckDevice(URI.create(stage.links().address()), token, cuts);
        Thread thread = Thread.ofVirtual().start(device);
        last(4, 12);
        device.leave();
        return thread.isAlive();
    }

    private void links() {
        Balancer links = stage.links();
        means.put(FaultKind.LINKS_CUT, () -> each(links, share(), Cable::cut));
        means.put(FaultKind.LINKS_RESET, () -> each(links, share(), Cable::reset));
        means.put(FaultKind.LINKS_TORN, () -> each(links, share(), Cable::tear));
        means.put(FaultKind.LINKS_SILENT, () -> weather(links, share(), Weather.SILENT, 20));
        means.put(
                FaultKind.LINKS_SLOW,
                () -> weather(links, share(), Weather.slow(Duration.ofMillis(300)), 8));
        means.put(FaultKind.LINKS_NARROW, () -> weather(links, share(), Weather.narrow(4_000), 8));
        means.put(FaultKind.STORM, this::storm);
    }

    private int share() {
        return random.nextInt(20, WHOLE + 1);
    }

    private List<Cable> some(Balancer door, int percent) {
        List<Cable> chosen = new ArrayList<>();
        for (Cable cable : door.cables()) {
            if (random.nextInt(WHOLE) < percent) {
                chosen.add(cable);
            }
        }
        return chosen;
    }

    private boolean each(Balancer door, int percent, Consumer<Cable> harm) {
        List<Cable> chosen = some(door, percent);
        chosen.forEach(harm);
        return !chosen.isEmpty();
    }

    private boolean weather(Balancer door, int percent, Weather bad, double seconds) {
        List<Cable> chosen = some(door, percent);
        chosen.forEach(cable -> cable.set(bad));
        last(0.5, seconds);
        // What was silent for so long nobody believes in any more.
        chosen.forEach(bad.isSilent() ? Cable::reset : cable -> cable.set(Weather.CLEAR));
        return !chosen.isEmpty();
    }

    private boolean storm() {
        boolean happened = false;
        for (int i = 0; i < 4; i++) {
            happened |= each(stage.links(), WHOLE, Cable::reset);
            last(0.1, 1.2);
        }
        return happened;
    }
}

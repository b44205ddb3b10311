package baton.simulation;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.MessageId;
import baton.protocol.ServerFrame;
import baton.relay.log.ConversationLog;
import baton.relay.session.Identity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// One run: three accounts with five devices at a relay of two nodes live through a stretch of
/// faults, then through calm, in which everything must converge.
final class Simulation implements SimLink.Faults {
    static final AccountId ANA = new AccountId("ana");
    static final AccountId BEN = new AccountId("ben");
    static final AccountId CLEO = new AccountId("cleo");
    static final ConversationId PAIR = ConversationId.direct(ANA, BEN);
    static final ConversationId NOTES = ConversationId.notes(ANA);
    static final ConversationId GROUP = ConversationId.group("simulatedgroup0000");
    static final List<ConversationId> CONVERSATIONS = List.of(PAIR, NOTES, GROUP);
    private static final Duration CALM_MAX = Duration.ofMinutes(4);
    private static final Duration CALM_STEP = Duration.ofSeconds(5);

    private final long seed;
    private final World world;
    private final FaultPlan plan;
    private final SimRelay relay;
    private final Planted planted;
    private final List<SimDevice> devices = new ArrayList<>();
    private final List<Sent> ledger = new ArrayList<>();
    private boolean calm;
    private Duration tookToConverge = Duration.ZERO;

    /// What a device was told is stored: written down by its person, not by any code under test.
    record Sent(DeviceId device, ConversationId conversation, MessageId id) {}

    /// Where a test may plant a fault.
    interface Planted {
        Planted NOTHING = new Planted() {};

        default MemoryStore store() {
            return new MemoryStore();
        }

        default UnaryOperator<ConversationLog> log() {
            return UnaryOperator.identity();
        }

        default ServerFrame arriving(ServerFrame frame) {
            return frame;
        }

        default boolean losesPushesInCalm() {
            return false;
        }
    }

    Simulation(long seed, Planted planted) {
        this.seed = seed;
        this.planted = planted;
        this.world = new World(seed);
        this.plan = FaultPlan.draw(world.random());
        this.relay = new SimRelay(world, List.of(ANA, BEN, CLEO), planted.log());
        for (String name : List.of("ana1", "ana2", "ben1", "ben2", "cleo1")) {
            AccountId account = new AccountId(name.substring(0, name.length() - 1));
            Identity identity =
                    new Identity(account, new DeviceId(name), account.handle(), name, "sim");
            devices.add(new SimDevice(this, relay, identity, planted.store()));
        }
    }

    /// @throws AssertionError naming the seed if an invariant does not hold
    void run() {
        try {
            live();
        } catch (AssertionError | RuntimeException e) {
            String what =
                    "seed %d, %s; replay: mvn -pl desktop-client -am test -Dtest=SimulationTest -Dsimulation.seed=%d; %s"
                            .formatted(seed, plan, seed, e.getMessage());
            throw new AssertionError(what, e);
        }
    }

    private void live() {
        People people = new People(this);
        people.begin();
        often(plan.cutEvery(), this::cutOne);
        often(plan.killEvery(), relay::killOne);
        Instant end = world.instant().plus(plan.length());
        world.runUntil(end);
        calm = true;
        Invariants invariants = new Invariants(this);
        Instant limit = end.plus(CALM_MAX);
        while (!invariants.isQuiet() && world.instant().isBefore(limit)) {
            world.runUntil(world.instant().plus(CALM_STEP));
        }
        tookToConverge = Duration.between(end, world.instant());
        invariants.check();
    }

    /// Lets something happen again and again while faults are on.
    void often(Duration mean, Runnable what) {
        world.after(
                world.between(1, mean.toMillis() * 2),
                () -> {
                    if (!calm) {
                        what.run();
                        often(mean, what);
                    }
                });
    }

    private void cutOne() {
        anyDevice().cutLink();
    }

    SimDevice anyDevice() {
        return devices.get(world.random().nextInt(devices.size()));
    }

    void sent(Sent sent) {
        ledger.add(sent);
    }

    boolean crashesNow() {
        return !calm && plan.crash() > 0 && world.chance(plan.crash());
    }

    @Override
    public Duration delay() {
        long slowest = calm ? Math.min(40, plan.slowest().toMillis()) : plan.slowest().toMillis();
        return world.between(1, slowest);
    }

    @Override
    public boolean losesPush() {
        return calm ? planted.losesPushesInCalm() : world.chance(plan.lostPush());
    }

    @Override
    public boolean isUnnoticed() {
        return !calm && world.chance(plan.halfOpen());
    }

    @Override
    public ServerFrame arriving(ServerFrame frame) {
        return planted.arriving(frame);
    }

    World world() {
        return world;
    }

    SimRelay relay() {
        return relay;
    }

    List<SimDevice> devices() {
        return devices;
    }

    List<Sent> ledger() {
        return ledger;
    }

    Duration tookToConverge() {
        return tookToConverge;
    }

    <T> T pick(List<T> from) {
        return from.get(world.random().nextInt(from.size()));
    }
}

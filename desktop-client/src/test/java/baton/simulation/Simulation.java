package baton.simulation;

import baton.desktop.sync.Portions;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.MessageId;
import baton.model.Rank;
import baton.protocol.FrameCodec;
import baton.relay.session.Identity;
import baton.simulation.Happened.What;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/// One run: some devices of up to three accounts at a relay of two nodes live through one or two
/// stretches of faults, then through calm, in which everything must converge. Belongs to one
/// thread; runs share nothing.
final class Simulation {
    private static final long CALM_MAX = 240_000;
    private static final long CALM_STEP = 1_000;
    private static final int RUNS_PER_JSON = 8;
    private static final int DEVICES_PER_LATECOMER = 6;
    private static final double CRASHES_ON_SETTING_ASIDE = 0.25;

    /// Frames that wait for a device at most, once nothing goes wrong any more.
    private static final int ROOM = 1_024;

    private static final FrameCodec JSON = new FrameCodec();

    private final long seed;
    private final World world;
    private final Cast cast;
    private final FaultPlan plan;
    private final Habits habits;
    private final Portions portions;
    private final Failures failures;
    private final FrameCodec codec;
    private final SimRelay relay;
    private final Planted planted;
    private final LostTails lostTails;
    private final Trims trims;
    private final Stalls stalls;
    private final Happened happened = new Happened();
    private final List<SimDevice> devices = new ArrayList<>();
    private final List<SimDevice> everyDevice = new ArrayList<>();
    private final Set<SimDevice> going = new HashSet<>();
    private final List<Sent> sent = new ArrayList<>();
    private final List<HasRead> read = new ArrayList<>();
    private boolean isStormy;
    private boolean isCalm;
    private long tookToConverge;

    /// What a device was told is stored: written down by its person, not by any code under test.
    record Sent(DeviceId device, ConversationId conversation, MessageId id) {}

    /// How far somebody had read at least when their device said that it is stored.
    record HasRead(SimDevice device, ConversationId conversation, Rank mark) {}

    Simulation(long seed, Planted planted, Story story) {
        this(seed, planted, story, false);
    }

    /// @param loses whether the relay's store loses its tail in any case, not in one run of some
    Simulation(long seed, Planted planted, Story story, boolean loses) {
        this.seed = seed;
        this.planted = planted;
        this.world = new World(seed, story);
        this.cast = Cast.draw(world.random());
        this.habits = Habits.draw(world.random());
        this.plan = FaultPlan.draw(world.random(), loses);
        this.portions = portions(world.random());
        boolean isJson = world.random().nextInt(RUNS_PER_JSON) == 0;
        this.codec = isJson ? JSON : new HandedFrames();
        world.tell(() -> "frames pass " + (isJson ? "through JSON" : "as they are") + "; " + plan);
        world.tell(() -> "people are given to " + habits.all() + "; history comes in " + portions);
        if (isJson) {
            happened.count(What.IN_JSON);
        }
        this.trims = new Trims(this, Retention.draw(world.random(), plan.pace().length()));
        this.stalls = new Stalls(this, Stalls.Plan.draw(world.random(), plan.pace().length()));
        this.relay = new SimRelay(this);
        this.lostTails = new LostTails(this);
        for (Identity identity : cast.devices()) {
            devices.add(new SimDevice(this, identity, devices.isEmpty() ? 0 : comesAfter()));
        }
        everyDevice.addAll(devices);
        this.failures = new Failures(this);
    }

    /// Small ones too, or logs would have to be long for old history to be anything of its own.
    private static Portions portions(SplittableRandom random) {
        return random.nextBoolean()
                ? Portions.USUAL
                : new Portions(random.nextInt(1, 20), random.nextInt(Portions.PIECE_MIN, 20));
    }

    private long comesAfter() {
        return world.random().nextInt(DEVICES_PER_LATECOMER) == 0
                ? world.between(1, plan.pace().length())
                : 0;
    }

    /// @throws AssertionError naming the seed if an invariant does not hold
    void run() {
        try {
            live();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "seed %d: %s; replay: ./baton simulate --seed %d --story"
                            .formatted(seed, e.getMessage(), seed),
                    e);
        }
    }

    private void live() {
        People people = new People(this);
        people.begin();
        storm(people);
        if (plan.pace().lull() > 0) {
            isStormy = false;
            world.tell(() -> "nothing goes wrong for " + plan.pace().lull() + " ms");
            world.runUntil(world.elapsed() + plan.pace().lull());
            happened.count(What.LULLS);
            storm(people);
        }
        isStormy = false;
        isCalm = true;
        world.tell(() -> "nothing goes wrong any more");
        people.rest();
        long end = world.elapsed();
        Invariants invariants = new Invariants(this);
        while (!invariants.isQuiet() && world.elapsed() < end + CALM_MAX) {
            devices.forEach(failures::look);
            world.runUntil(world.elapsed() + CALM_STEP);
        }
        tookToConverge = world.elapsed() - end;
        invariants.check();
        world.tell(() -> "all devices agree");
    }

    private void storm(People people) {
        isStormy = true;
        often(plan.pace().actEvery(), people::act);
        often(plan.pace().cutEvery(), () -> anyDevice().cutLink());
        often(plan.pace().killEvery(), relay::killOne);
        if (plan.losses().hasLostTails()) {
            lostTails.remember();
            often(plan.losses().rememberEvery(), lostTails::remember);
            often(plan.losses().loseEvery(), lostTails::loseOne);
        }
        if (!trims.retention().isEverything()) {
            often(trims.retention().walkEvery(), relay::trim);
        }
        if (stalls.areDrawn()) {
            long end = world.elapsed() + plan.pace().length();
            often(stalls.plan().every(), () -> stalls.begin(people, end));
        }
        world.runUntil(world.elapsed() + plan.pace().length());
    }

    /// Lets something happen again and again until this stretch of faults is over.
    private void often(long mean, Runnable what) {
        oftenUntil(world.elapsed() + plan.pace().length(), mean, what);
    }

    private void oftenUntil(long end, long mean, Runnable what) {
        world.after(
                world.between(1, mean * 2),
                () -> {
                    if (world.elapsed() <= end) {
                        what.run();
                        oftenUntil(end, mean, what);
                    }
                });
    }

    /// Lets a device sign another one of its account out, if there is one.
    void signOut(SimDevice by) {
        devices.stream()
                .filter(device -> !device.equals(by) && !going.contains(by))
                .filter(device -> device.identity().account().equals(by.identity().account()))
                .filter(going::add)
                .findFirst()
                .ifPresent(this::signedOut);
    }

    private void signedOut(SimDevice device) {
        relay.signOut(
                device.identity(),
                () -> {
                    happened.count(What.SIGN_OUTS);
                    device.signedOut();
                    devices.remove(device);
                });
    }

    /// Whether a device was signed out, or somebody is about to.
    boolean isGoing(DeviceId device) {
        return going.stream().anyMatch(each -> each.identity().device().equals(device));
    }

    SimDevice anyDevice() {
        return pick(devices);
    }

    boolean crashesNow() {
        return isStormy && world.chance(plan.odds().crash());
    }

    /// What a device has just set aside is on its disk alone.
    boolean crashesOnSettingAside(long events) {
        return isStormy && events > 0 && world.chance(CRASHES_ON_SETTING_ASIDE);
    }

    boolean nodeDiesNow() {
        return isStormy && !trims.isBetween() && world.chance(plan.odds().nodeDeath());
    }

    boolean storeIsAway() {
        return isStormy && !trims.isBetween() && world.chance(plan.odds().storeAway());
    }

    /// How long a frame takes.
    long delay() {
        return world.between(
                1, isCalm ? Math.min(40, plan.pace().slowest()) : plan.pace().slowest());
    }

    boolean losesPush() {
        return isCalm ? planted.losesPushesInCalm() : world.chance(plan.odds().lostPush());
    }

    /// How many frames may wait for a device; pushes up to the half of that.
    int room() {
        return isCalm ? ROOM : Math.min(plan.pace().queueMax(), stalls.plan().room());
    }

    /// Whether things go wrong now.
    boolean isStormy() {
        return isStormy;
    }

    /// Whether nothing goes wrong any more.
    boolean isCalm() {
        return isCalm;
    }

    /// Whether one end of a connection does not notice that the other one is gone.
    boolean isUnnoticed() {
        boolean isUnnoticed = !isCalm && world.chance(plan.odds().halfOpen());
        if (isUnnoticed) {
            happened.count(What.HALF_OPEN);
        }
        return isUnnoticed;
    }

    World world() {
        return world;
    }

    Cast cast() {
        return cast;
    }

    FaultPlan plan() {
        return plan;
    }

    Habits habits() {
        return habits;
    }

    Portions portions() {
        return portions;
    }

    Failures failures() {
        return failures;
    }

    FrameCodec codec() {
        return codec;
    }

    Planted planted() {
        return planted;
    }

    Trims trims() {
        return trims;
    }

    LostTails lostTails() {
        return lostTails;
    }

    SimRelay relay() {
        return relay;
    }

    Happened happened() {
        return happened;
    }

    List<SimDevice> devices() {
        return devices;
    }

    /// Those that were signed out among them.
    List<SimDevice> everyDevice() {
        return everyDevice;
    }

    List<Sent> sent() {
        return sent;
    }

    List<HasRead> read() {
        return read;
    }

    Duration tookToConverge() {
        return Duration.ofMillis(tookToConverge);
    }

    <T> T pick(List<T> from) {
        return from.get(world.random().nextInt(from.size()));
    }
}

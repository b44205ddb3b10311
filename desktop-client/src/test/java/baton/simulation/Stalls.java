package baton.simulation;

import baton.model.ConversationId;
import baton.model.Limits;
import baton.protocol.ClientFrame;
import baton.simulation.Happened.What;
import java.util.List;
import java.util.SplittableRandom;

/// Devices that take nothing for a while: their sockets fill, they give no credit back, or give it
/// back without having read anything, and are cut off.
final class Stalls {
    private static final int TALK_MAX = 60;

    private final Simulation simulation;
    private final World world;
    private final Plan plan;
    private final SplittableRandom random;

    /// Drawn from a run's seed.
    ///
    /// @param every mean time between two of them; 0 if there are none
    /// @param longest of them
    /// @param patience of the relay with a socket that takes nothing
    /// @param room frames that wait for a device at most
    record Plan(long every, long longest, long patience, int room) {
        static final Plan NONE = new Plan(0, 0, 0, Integer.MAX_VALUE);
        private static final int RUNS_PER_STALLED_ONE = 5;

        /// @param length of a stretch of faults
        static Plan draw(SplittableRandom random, long length) {
            return random.nextInt(RUNS_PER_STALLED_ONE) > 0
                    ? NONE
                    : new Plan(
                            random.nextLong(length / 6, length),
                            random.nextLong(length / 4, length + 1),
                            random.nextLong(300, 10_000),
                            random.nextInt(8, 40));
        }
    }

    private enum Kind {
        /// Its socket takes nothing, and it goes on talking.
        DEAF,
        /// The same, and it says that it has stored what it never read.
        LYING,
        /// It does nothing at all.
        ASLEEP
    }

    Stalls(Simulation simulation, Plan plan) {
        this.simulation = simulation;
        this.world = simulation.world();
        this.plan = plan;
        this.random = world.random().split();
    }

    Plan plan() {
        return plan;
    }

    boolean areDrawn() {
        return plan.every() > 0;
    }

    /// @param end of this stretch of faults, as elapsed time
    void begin(People people, long end) {
        SimDevice device = simulation.anyDevice();
        long until = Math.min(end, world.elapsed() + random.nextLong(20, plan.longest()));
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        device.link().ifPresent(link -> begin(device, link, kind, until));
        if (random.nextBoolean()) {
            talkTo(device, people);
        }
    }

    private void begin(SimDevice device, SimLink link, Kind kind, long until) {
        world.tell(() -> device + " is " + kind + " until " + until + " ms");
        simulation.happened().count(What.STALLS);
        link.takeNothingUntil(until);
        if (kind == Kind.ASLEEP) {
            simulation.happened().count(What.ASLEEP);
            device.sleepUntil(until);
        } else if (kind == Kind.LYING) {
            simulation.happened().count(What.LIARS);
            lie(link, until);
        }
        if (until - world.elapsed() > plan.patience()) {
            world.after(plan.patience(), link::cutOff);
        }
    }

    private void lie(SimLink link, long until) {
        world.after(
                random.nextLong(5, 100),
                () -> {
                    if (world.elapsed() < until) {
                        link.send(
                                new ClientFrame.Credit(
                                        random.nextInt(Limits.CREDIT_START), Limits.CREDIT_START));
                        lie(link, until);
                    }
                });
    }

    /// Somebody else says a lot meanwhile.
    private void talkTo(SimDevice device, People people) {
        ConversationId conversation = simulation.pick(simulation.cast().conversations());
        List<SimDevice> others =
                simulation.devices().stream()
                        .filter(other -> other != device && People.isIn(other, conversation))
                        .toList();
        if (!others.isEmpty() && People.isIn(device, conversation)) {
            people.talk(simulation.pick(others), conversation, random.nextInt(TALK_MAX));
        }
    }
}

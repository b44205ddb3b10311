package baton.simulation;

import baton.desktop.runtime.Hint;
import baton.desktop.runtime.Outlet;
import baton.desktop.runtime.Turn;
import baton.desktop.store.Store;
import baton.desktop.sync.Place;
import baton.desktop.sync.Recount;
import baton.desktop.sync.Standing;
import baton.desktop.sync.StoreChange;
import baton.desktop.sync.StoreSnapshot;
import baton.desktop.sync.SyncEngine;
import baton.desktop.sync.SyncInput;
import baton.model.ConversationId;
import baton.model.Event;
import baton.model.Refusal;
import baton.model.SpanSet;
import baton.model.Tally;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.relay.session.Identity;
import baton.simulation.Happened.What;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/// A device: the real turn and engine over a store that survives. It may crash at any call of its
/// store or outlet, and then loses all but the store. Its clock may be years off.
final class SimDevice {
    private static final long STILL_HEARS = 2_000;

    private final Simulation simulation;
    private final World world;
    private final Identity identity;
    private final MemoryStore store;
    private final Duration skew;
    private final InstantSource clock;
    private final SplittableRandom random;
    private final Map<ConversationId, String> typed = new TreeMap<>();
    private final Map<ConversationId, Integer> replaced = new TreeMap<>();
    private final Set<String> troubles = new TreeSet<>();
    private final Tries tries = new Tries();
    private Optional<Life> life = Optional.empty();
    private long sleepsUntil;
    private long signedOutAt = Long.MAX_VALUE - STILL_HEARS;

    /// @param comesAfter so many milliseconds it starts
    SimDevice(Simulation simulation, Identity identity, long comesAfter) {
        this.simulation = simulation;
        this.world = simulation.world();
        this.identity = identity;
        this.store = simulation.planted().store();
        store.belongTo(identity.account());
        this.random = world.random().split();
        this.skew = Duration.ofDays(random.nextLong(-3_650, 3_650));
        this.clock = simulation.planted().clock(() -> world.instant().plus(skew));
        if (skew.abs().toDays() > 365) {
            simulation.happened().count(What.SKEWED);
        }
        if (comesAfter == 0) {
            begin();
        } else {
            simulation.happened().count(What.LATECOMERS);
            world.after(comesAfter, this::begin);
        }
    }

    private void begin() {
        world.tell(() -> this + " starts; its clock is " + skew.toDays() + " days ahead");
        start();
    }

    Identity identity() {
        return identity;
    }

    MemoryStore store() {
        return store;
    }

    /// A person was told that this text is stored; a message sent later uses it up.
    void typed(ConversationId conversation, String text) {
        typed.put(conversation, text);
    }

    /// A person sends or types something, which replaces what was typed before.
    void supersedes(ConversationId conversation) {
        typed.remove(conversation);
        replaced.merge(conversation, 1, Integer::sum);
    }

    /// How often that happened.
    int superseded(ConversationId conversation) {
        return replaced.getOrDefault(conversation, 0);
    }

    /// The last text of each conversation, unless it was sent since.
    Map<ConversationId, String> typed() {
        return typed;
    }

    /// What people gave settings here.
    Tries tries() {
        return tries;
    }

    /// Another device of the account signed this one out.
    void signedOut() {
        signedOutAt = world.elapsed();
    }

    /// @throws AssertionError if the device was signed out some time ago and is still told things
    void mustMayHear(ServerFrame frame) {
        boolean isOver = world.elapsed() > signedOutAt + STILL_HEARS;
        if (isOver && !(frame instanceof ServerFrame.Bye)) {
            throw new AssertionError("signed out, and still told things: " + this);
        }
    }

    Set<String> troubles() {
        return troubles;
    }

    boolean isUp() {
        return life.isPresent();
    }

    Optional<Standing> standing() {
        return life.flatMap(alive -> alive.standing);
    }

    private void start() {
        life = Optional.of(new Life());
        input(new SyncInput.Woke());
    }

    /// Dies, and is started again some time later.
    private void crash(Life alive, Crash.When when) {
        simulation.happened().count(What.CRASHES);
        if (when == Crash.When.AFTER_COMMIT) {
            simulation.happened().count(What.CRASHES_AFTER_COMMIT);
        }
        world.tell(() -> this + " crashes " + when.words());
        life = Optional.empty();
        alive.link.ifPresent(SimLink::leave);
        world.after(
                world.between(0, 5_000),
                () -> {
                    world.tell(() -> this + " starts again");
                    start();
                });
    }

    void cutLink() {
        link().ifPresent(SimLink::cut);
    }

    /// Its newest connection, which may be over.
    Optional<SimLink> link() {
        return life.flatMap(alive -> alive.link);
    }

    /// Does nothing at all until then.
    void sleepUntil(long elapsed) {
        sleepsUntil = Math.max(sleepsUntil, elapsed);
    }

    void opened(long connection) {
        input(new SyncInput.Opened(connection));
    }

    void received(long connection, ServerFrame frame) {
        input(new SyncInput.Received(connection, frame));
    }

    void refused(long connection) {
        input(new SyncInput.Closed(connection, Refusal.DEVICE_SIGNED_OUT.code(), 0));
    }

    void closed(long connection) {
        input(new SyncInput.Closed(connection, "relay-unreachable", 0));
    }

    void input(SyncInput input) {
        entry(Turn.Entry.of(input));
    }

    /// Something that a person does; lost if the device is down.
    void entry(Turn.Entry entry) {
        life.ifPresent(alive -> alive.take(entry));
    }

    private void crashMaybe(Crash.When when) {
        crashIf(simulation.crashesNow(), when);
    }

    private static void crashIf(boolean happens, Crash.When when) {
        if (happens) {
            throw new Crash(when);
        }
    }

    @Override
    public String toString() {
        return identity.device().value();
    }

    /// From one start to the next crash.
    private final class Life implements Outlet {
        private final List<Turn.Entry> waiting = new ArrayList<>();
        private final Turn turn;
        private Optional<Standing> standing = Optional.empty();
        private Optional<SimLink> link = Optional.empty();
        private long linkNumber = -1;
        private Instant wake = Instant.MAX;

        Life() {
            SplittableRandom own = random.split();
            turn =
                    new Turn(
                            new FragileStore(),
                            simulation.planted().outlet(this),
                            clock,
                            snapshot ->
                                    new SyncEngine(
                                            identity.device(),
                                            identity.account(),
                                            snapshot,
                                            simulation.portions(),
                                            own));
        }

        private boolean isAlive() {
            return life.isPresent() && life.get() == this;
        }

        void take(Turn.Entry entry) {
            waiting.add(entry);
            if (waiting.size() == 1) {
                world.after(world.between(0, 4), this::run);
            }
        }

        private void run() {
            if (!isAlive() || waiting.isEmpty()) {
                return;
            }
            if (world.elapsed() < sleepsUntil) {
                world.after(sleepsUntil - world.elapsed(), this::run);
                return;
            }
            List<Turn.Entry> entries = waiting.stream().map(this::bent).toList();
            waiting.clear();
            try {
                turn.run(entries, 0);
            } catch (Crash crash) {
                crash(this, crash.when());
            }
        }

        private Turn.Entry bent(Turn.Entry entry) {
            Planted planted = simulation.planted();
            return planted.equals(Planted.NOTHING)
                    ? entry
                    : new Turn.Entry(
                            store ->
                                    entry.inputs().apply(store).stream()
                                            .flatMap(input -> planted.input(input).stream())
                                            .toList(),
                            entry.outcome(),
                            entry.done());
        }

        @Override
        public void transmit(long connection, ClientFrame frame) {
            crashMaybe(Crash.When.AMONG_EFFECTS);
            if (connection == linkNumber) {
                link.ifPresent(open -> open.send(frame));
            }
        }

        @Override
        public void connect(long connection) {
            crashMaybe(Crash.When.AMONG_EFFECTS);
            disconnectAll();
            linkNumber = connection;
            SimRelay.Node node = simulation.relay().anyNode();
            link = Optional.of(new SimLink(simulation, SimDevice.this, node, connection));
        }

        @Override
        public void disconnect(long connection) {
            if (connection == linkNumber) {
                disconnectAll();
            }
        }

        @Override
        public void disconnectAll() {
            crashMaybe(Crash.When.AMONG_EFFECTS);
            link.ifPresent(SimLink::leave);
            link = Optional.empty();
        }

        @Override
        public void wakeAt(Instant at) {
            crashMaybe(Crash.When.AMONG_EFFECTS);
            wake = at;
            if (at.isBefore(Instant.MAX)) {
                world.at(at.minus(skew), () -> ring(at));
            }
        }

        private void ring(Instant at) {
            if (wake.equals(at) && isAlive()) {
                take(Turn.Entry.of(new SyncInput.Woke()));
            }
        }

        @Override
        public void hint(Hint hint) {
            if (hint instanceof Hint.Trouble(String code)) {
                troubles.add(code);
                world.tell(() -> SimDevice.this + " shows " + code);
            }
        }

        @Override
        public void standing(Standing now) {
            standing = Optional.of(now);
        }
    }

    /// The store as the device sees it: the process may end just before or just after each commit.
    private final class FragileStore implements Store {
        @Override
        public StoreSnapshot load() {
            return store.load();
        }

        @Override
        public void commit(List<StoreChange> changes) {
            crashMaybe(Crash.When.BEFORE_COMMIT);
            long setsAside = store.toSetAside(changes);
            simulation.happened().count(What.SET_ASIDE, setsAside);
            Map<ConversationId, SpanSet> before = Map.copyOf(store.spans);
            store.commit(changes);
            if (changes.stream().anyMatch(StoreChange.EpochSet.class::isInstance)) {
                simulation.lostTails().adopted(SimDevice.this, before);
            }
            crashIf(simulation.crashesOnSettingAside(setsAside), Crash.When.AFTER_COMMIT);
            crashMaybe(Crash.When.AFTER_COMMIT);
        }

        @Override
        public Tally tallyAt(ConversationId conversation, long seq) {
            return store.tallyAt(conversation, seq);
        }

        @Override
        public List<Event> aside(ConversationId conversation) {
            return store.aside(conversation);
        }

        @Override
        public List<Place> places(ConversationId conversation, long from, long to) {
            return store.places(conversation, from, to);
        }

        @Override
        public Recount recount(ConversationId conversation, long after, long upTo) {
            return store.recount(conversation, after, upTo);
        }
    }
}

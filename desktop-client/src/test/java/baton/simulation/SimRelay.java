package baton.simulation;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Limits;
import baton.model.Register;
import baton.protocol.StoredEvent;
import baton.relay.feed.PersonNames;
import baton.relay.log.Trimmer;
import baton.relay.node.NodeId;
import baton.relay.node.StoreUnavailableException;
import baton.relay.session.DeviceSession;
import baton.relay.session.FrameSink;
import baton.relay.session.Identity;
import baton.relay.session.MemoryRelay;
import baton.simulation.Happened.What;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/// A relay of two nodes on the in-memory ports. A node may be killed: its sessions, its pushes and
/// what it had not announced are gone, and another one starts in its place.
final class SimRelay {
    private static final Duration SWEEP = Duration.ofSeconds(10);

    private static final String SIGNED_UP = "name of ";

    private final World world;
    private final Simulation simulation;
    private final Happened happened;
    private final MemoryRelay.World shared;
    private final MemoryRelay.Around around;
    private final Witness witness;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<DeviceId, DeviceSession> newest = new TreeMap<>();
    private final Map<DeviceId, List<String>> names = new TreeMap<>();
    private final Set<DeviceId> signedOut = new TreeSet<>();
    private int started;
    private int asked;

    SimRelay(Simulation simulation) {
        this.world = simulation.world();
        this.simulation = simulation;
        this.happened = simulation.happened();
        this.witness = new Witness(world, happened);
        this.around = new FragilePorts(simulation, witness);
        this.shared =
                MemoryRelay.World.of(
                        account -> Optional.of(SIGNED_UP + account), world, simulation.codec());
        nodes.add(start());
        nodes.add(start());
    }

    private Node start() {
        started++;
        return new Node(new NodeId("node" + started));
    }

    Node anyNode() {
        return nodes.get(world.random().nextInt(nodes.size()));
    }

    MemoryRelay.World shared() {
        return shared;
    }

    /// What a person is called: as chosen last, or else as signed up.
    String nameOf(AccountId account) {
        return new PersonNames(shared.feed(), shared.names()).nameOf(account).orElseThrow();
    }

    /// Every session has been told to end; lets them.
    void settle() {
        List.copyOf(nodes).forEach(Node::settle);
    }

    /// A trimmer walks along all logs.
    void trim() {
        anyNode().trim();
    }

    void killOne() {
        replace(anyNode());
    }

    private void replace(Node dead) {
        dead.kill();
        nodes.set(nodes.indexOf(dead), start());
    }

    /// A person gives a device another name, and tries again until that is done.
    void rename(Identity identity, String name) {
        world.tell(() -> identity.device() + " is to be called " + name);
        names.computeIfAbsent(identity.device(), key -> new ArrayList<>()).add(name);
        anyNode()
                .asked(
                        relay -> relay.renamed(identity.account(), identity.device().value(), name),
                        () -> world.tell(() -> identity.device() + " is called " + name),
                        () -> rename(identity, name));
    }

    /// A person signs a device out, and tries again until that is done.
    ///
    /// @param done told when it is
    void signOut(Identity identity, Runnable done) {
        world.tell(() -> identity.device() + " is to be signed out");
        anyNode()
                .asked(
                        relay -> relay.signedOut(identity.account(), identity.device().value()),
                        () -> {
                            world.tell(() -> identity.device() + " is signed out");
                            signedOut.add(identity.device());
                            done.run();
                        },
                        () -> signOut(identity, done));
    }

    /// Whether a person still tries to have something done.
    boolean isAsked() {
        return asked > 0;
    }

    /// Whether a device may not connect any more.
    boolean isSignedOut(DeviceId device) {
        return signedOut.contains(device);
    }

    /// What a device was called since the run began, in this order.
    List<String> namesOf(DeviceId device) {
        return names.getOrDefault(device, List.of());
    }

    private Identity named(Identity identity) {
        return namesOf(identity.device()).stream()
                .reduce((earlier, later) -> later)
                .map(name ->
                        new Identity(
                                identity.account(),
                                identity.device(),
                                identity.name(),
                                name,
                                identity.platform()))
                .orElse(identity);
    }

    List<StoredEvent> log(ConversationId conversation) {
        return shared.disk().events(conversation);
    }

    /// Whether nothing is left for an announcer, on whichever node.
    boolean hasAnnounced(ConversationId conversation) {
        return shared.disk().isAnnouncedIn(epoch(), conversation);
    }

    /// By which a device goes that knows of all that the store lost.
    long epoch() {
        return shared.cluster().epoch().current();
    }

    Map<String, Register> registers(AccountId account) {
        return shared.feed().registers(account);
    }

    Witness witness() {
        return witness;
    }

    private void noteReplaced(Identity identity, DeviceSession session) {
        DeviceSession before = newest.put(identity.device(), session);
        if (before != null && !before.hasEnded()) {
            happened.count(What.REPLACED);
            world.tell(() -> "an earlier session of " + identity.device() + " is still there");
        }
    }

    /// One process of the relay.
    final class Node {
        private final NodeId id;
        private final MemoryRelay relay;
        private final Trimmer trimmer;
        private final List<Runnable> onKill = new ArrayList<>();
        private boolean isAlive = true;
        private boolean isAnnouncing;

        Node(NodeId id) {
            this.id = id;
            this.relay = new MemoryRelay(shared, id, around);
            this.trimmer = relay.trimmer(simulation.trims().retention().kept());
            world.after(0, this::sweepAgain);
            shared.cluster().epoch().whenRaised(_ -> world.after(0, this::sweep));
        }

        boolean isAlive() {
            return isAlive;
        }

        /// @param killed told when the process is no more
        DeviceSession open(Identity identity, FrameSink sink, Runnable killed) {
            DeviceSession session = relay.open(named(identity), sink);
            noteReplaced(identity, session);
            onKill.add(killed);
            settle();
            watch(session);
            return session;
        }

        /// A session ends when it has heard nothing for too long, which nothing but time tells.
        private void watch(DeviceSession session) {
            world.after(
                    session.patience().toMillis() + 1,
                    () -> {
                        if (isAlive && !session.hasEnded()) {
                            settle();
                            watch(session);
                        }
                    });
        }

        void kill() {
            isAlive = false;
            int unannounced = shared.announcing(id).size();
            happened.count(What.KILLS);
            if (unannounced > 0) {
                happened.count(What.KILLS_UNANNOUNCED);
            }
            world.tell(() -> id + " dies; unannounced conversations: " + unannounced);
            shared.cluster().listen(id, new DeadAudience());
            onKill.forEach(Runnable::run);
        }

        void settle() {
            unlessItDies(relay::settle);
            if (isAlive) {
                announceLater();
            }
        }

        private void unlessItDies(Runnable work) {
            if (isAlive) {
                try {
                    work.run();
                } catch (NodeDeath death) {
                    replace(this);
                }
            }
        }

        private void announceLater() {
            if (isAnnouncing) {
                return;
            }
            relay.announcesIn()
                    .ifPresent(wait -> {
                        isAnnouncing = true;
                        world.after(
                                wait.plusMillis(1),
                                () -> {
                                    isAnnouncing = false;
                                    settle();
                                });
                    });
        }

        /// Does what a person asks of it over HTTP.
        ///
        /// @param done runs if it is answered
        /// @param again runs a second later if it is not
        void asked(Consumer<MemoryRelay> work, Runnable done, Runnable again) {
            boolean[] isDone = {false};
            unlessItDies(() -> {
                try {
                    work.accept(relay);
                    isDone[0] = true;
                } catch (StoreUnavailableException e) {
                    world.tell(() -> id + " cannot do it: its store is away");
                }
            });
            settle();
            if (isDone[0]) {
                done.run();
            } else {
                asked++;
                world.after(
                        1_000,
                        () -> {
                            asked--;
                            again.run();
                        });
            }
        }

        private void trim() {
            boolean[] goesOn = {false};
            unlessItDies(() -> goesOn[0] = hasTrimmed());
            settle();
            if (goesOn[0] && isAlive) {
                world.after(world.between(1, 20), this::trim);
            }
        }

        /// As a trimmer's thread does, whose walks have no end.
        private void trimAgainLater() {
            world.after(
                    Limits.BEAT,
                    () -> {
                        if (isAlive) {
                            trim();
                        }
                    });
        }

        private boolean hasTrimmed() {
            try {
                return trimmer.step();
            } catch (StoreUnavailableException e) {
                world.tell(() -> id + " trims nothing: its store is away");
                trimAgainLater();
                return false;
            }
        }

        /// One step, by which it cannot die.
        void trimOnce() {
            hasTrimmed();
            world.after(0, this::settle);
        }

        private void sweep() {
            unlessItDies(() -> {
                try {
                    relay.sweep();
                } catch (StoreUnavailableException e) {
                    world.tell(() -> id + " does not sweep: its store is away");
                }
            });
            settle();
        }

        private void sweepAgain() {
            sweep();
            if (isAlive) {
                world.after(SWEEP, this::sweepAgain);
            }
        }

        @Override
        public String toString() {
            return id.value();
        }
    }
}

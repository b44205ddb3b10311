package baton.simulation;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Register;
import baton.protocol.StoredEvent;
import baton.relay.log.ConversationLog;
import baton.relay.node.NodeId;
import baton.relay.session.DeviceSession;
import baton.relay.session.FrameSink;
import baton.relay.session.Identity;
import baton.relay.session.MemoryRelay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// A relay of two nodes on the in-memory ports. A node may be killed: its sessions, its pushes and
/// what it had not announced are gone, and another one starts in its place.
final class SimRelay {
    private static final Duration ANNOUNCE = Duration.ofMillis(60);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration SWEEP = Duration.ofSeconds(10);

    private final World world;
    private final MemoryRelay.World shared;
    private final UnaryOperator<ConversationLog> around;
    private final List<Node> nodes = new ArrayList<>();
    private final Set<String> draftsThatStood = new TreeSet<>();
    private final List<AccountId> accounts;
    private int started;

    SimRelay(World world, List<AccountId> accounts, UnaryOperator<ConversationLog> around) {
        this.world = world;
        this.accounts = accounts;
        this.around = around;
        this.shared = MemoryRelay.World.of(account -> Optional.of("name of " + account), world);
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

    void killOne() {
        int index = world.random().nextInt(nodes.size());
        nodes.get(index).kill();
        nodes.set(index, start());
    }

    List<StoredEvent> log(ConversationId conversation) {
        return shared.disk().events(conversation);
    }

    Map<String, Register> registers(AccountId account) {
        return shared.feed().registers(account);
    }

    /// Whether the relay ever held this text as the draft of an account.
    boolean stood(AccountId account, String text) {
        return draftsThatStood.contains(account + " " + text);
    }

    private void noteDrafts() {
        for (AccountId account : accounts) {
            for (Register register : registers(account).values()) {
                if (register instanceof Register.Draft draft) {
                    draftsThatStood.add(account + " " + draft.text());
                }
            }
        }
    }

    /// One process of the relay.
    final class Node {
        private final NodeId id;
        private final MemoryRelay relay;
        private final List<Runnable> onKill = new ArrayList<>();
        private boolean alive = true;
        private boolean announcing;

        Node(NodeId id) {
            this.id = id;
            this.relay = new MemoryRelay(shared, id, around);
            tick();
            sweep();
        }

        boolean isAlive() {
            return alive;
        }

        /// @param killed told when the process is no more
        DeviceSession open(Identity identity, FrameSink sink, Runnable killed) {
            DeviceSession session = relay.open(identity, sink);
            onKill.add(killed);
            settle();
            return session;
        }

        void kill() {
            alive = false;
            shared.cluster().listen(id, new DeadAudience());
            onKill.forEach(Runnable::run);
            world.trace("kill " + id);
        }

        void settle() {
            if (!alive) {
                return;
            }
            relay.settle();
            noteDrafts();
            if (!announcing) {
                announcing = true;
                world.after(
                        ANNOUNCE,
                        () -> {
                            announcing = false;
                            if (alive) {
                                relay.announce();
                                relay.settle();
                            }
                        });
            }
        }

        private void tick() {
            if (alive) {
                world.after(
                        TICK,
                        () -> {
                            settle();
                            tick();
                        });
            }
        }

        private void sweep() {
            if (alive) {
                relay.sweep();
                settle();
                world.after(SWEEP, this::sweep);
            }
        }
    }
}

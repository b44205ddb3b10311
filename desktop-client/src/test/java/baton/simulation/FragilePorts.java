package baton.simulation;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Refusal;
import baton.model.Revised;
import baton.relay.feed.AccountChanges;
import baton.relay.feed.AccountFeed;
import baton.relay.feed.FeedPage;
import baton.relay.feed.Written;
import baton.relay.log.Append;
import baton.relay.log.AppendOutcome;
import baton.relay.log.ConversationLog;
import baton.relay.log.KeptHistory;
import baton.relay.log.KnownTally;
import baton.relay.log.LogDigests;
import baton.relay.log.LogPage;
import baton.relay.log.LogShelf;
import baton.relay.log.LogState;
import baton.relay.log.Offer;
import baton.relay.log.Recount;
import baton.relay.node.HeldLease;
import baton.relay.node.Leases;
import baton.relay.node.NodeBus;
import baton.relay.node.Seen;
import baton.relay.node.StoreUnavailableException;
import baton.relay.session.MemoryRelay;
import baton.simulation.Happened.What;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The ports as a node of a run sees them. At each call the node may die, just before or just after
/// it, and the store may be away: then the call may have taken effect or not. Behind this the
/// [Witness] looks on; before it a test may plant a fault.
final class FragilePorts implements MemoryRelay.Around {
    private final Simulation simulation;
    private final Witness witness;

    FragilePorts(Simulation simulation, Witness witness) {
        this.simulation = simulation;
        this.witness = witness;
    }

    @Override
    public ConversationLog log(ConversationLog log) {
        return simulation.planted().log(new Log(witness.watch(log)));
    }

    @Override
    public AccountFeed feed(AccountFeed feed) {
        return simulation.planted().feed(new Feed(witness.watch(feed)));
    }

    @Override
    public Leases leases(Leases leases) {
        return simulation.planted().leases(new Held(leases));
    }

    @Override
    public NodeBus bus(NodeBus bus) {
        return simulation.planted().bus(bus);
    }

    @Override
    public LogShelf shelf(LogShelf shelf) {
        return simulation.planted().shelf(new Shelf(simulation.trims().watch(shelf)));
    }

    private void dieMaybe() {
        if (simulation.nodeDiesNow()) {
            throw new NodeDeath();
        }
    }

    private <T> T call(Supplier<T> port) {
        simulation.trims().between();
        return fragile(port);
    }

    @SuppressWarnings("ReturnValueIgnored") // It is done for what it does; nobody hears the answer.
    private <T> T fragile(Supplier<T> port) {
        dieMaybe();
        if (simulation.storeIsAway()) {
            simulation.happened().count(What.STORE_AWAY);
            if (simulation.world().random().nextBoolean()) {
                port.get();
            }
            throw new StoreUnavailableException("away", new IllegalStateException("simulated"));
        }
        T answer = port.get();
        dieMaybe();
        return answer;
    }

    private final class Log extends LogSeam {
        Log(ConversationLog log) {
            super(log);
        }

        @Override
        public void append(Append append, Consumer<AppendOutcome> outcome) {
            decide(answer -> super.append(append, answer), outcome);
        }

        @Override
        public void refuse(Append append, Refusal refusal, Consumer<AppendOutcome> outcome) {
            decide(answer -> super.refuse(append, refusal, answer), outcome);
        }

        @Override
        public void offer(Offer offer, Consumer<AppendOutcome> outcome) {
            decide(answer -> super.offer(offer, answer), outcome);
        }

        @Override
        public Optional<LogDigests> digests(
                ConversationId conversation, AccountId account, long from, long to) {
            return call(() -> super.digests(conversation, account, from, to));
        }

        @Override
        public Optional<Recount> recount(
                ConversationId conversation, AccountId account, long read) {
            return call(() -> super.recount(conversation, account, read));
        }

        private void decide(
                Consumer<Consumer<AppendOutcome>> port, Consumer<AppendOutcome> outcome) {
            simulation.trims().between();
            dieMaybe();
            if (simulation.storeIsAway()) {
                simulation.happened().count(What.STORE_AWAY);
                if (simulation.world().random().nextBoolean()) {
                    port.accept(lost -> {});
                }
                outcome.accept(new AppendOutcome.Unavailable());
            } else {
                port.accept(outcome);
            }
            dieMaybe();
        }

        @Override
        public Optional<LogPage> page(
                ConversationId conversation, AccountId account, long from, long to) {
            return call(() -> super.page(conversation, account, from, to));
        }

        @Override
        public List<LogState> states(Collection<ConversationId> conversations) {
            return call(() -> super.states(conversations));
        }

        @Override
        public void announced(Collection<LogState> states) {
            call(() -> {
                super.announced(states);
                return states;
            });
        }

        @Override
        public KnownTally tallyAt(
                ConversationId conversation, AccountId account, long seq, KnownTally known) {
            return call(() -> super.tallyAt(conversation, account, seq, known));
        }
    }

    private final class Shelf implements LogShelf {
        private final LogShelf shelf;

        Shelf(LogShelf shelf) {
            this.shelf = shelf;
        }

        @Override
        public Stretch walk(String from, KeptHistory kept, Instant now) {
            return fragile(() -> shelf.walk(from, kept, now));
        }

        @Override
        public boolean trim(ConversationId conversation, KeptHistory kept, Instant now) {
            boolean isMore = fragile(() -> shelf.trim(conversation, kept, now));
            if (simulation.trims().isDeadly()) {
                throw new NodeDeath();
            }
            return isMore;
        }
    }

    private final class Feed extends FeedSeam {
        Feed(AccountFeed feed) {
            super(feed);
        }

        @Override
        public List<Written> write(List<AccountChanges> changes) {
            return call(() -> super.write(changes));
        }

        @Override
        public FeedPage page(AccountId account, long after) {
            return call(() -> super.page(account, after));
        }

        @Override
        public List<Optional<Revised>> registers(AccountId account, List<String> keys) {
            return call(() -> super.registers(account, keys));
        }

        @Override
        public List<Optional<Revised>> registersOf(List<AccountId> accounts, String key) {
            return call(() -> super.registersOf(accounts, key));
        }

        @Override
        public boolean hasRoomForSetting(AccountId account) {
            return call(() -> super.hasRoomForSetting(account));
        }

        @Override
        public long newest(AccountId account) {
            return call(() -> super.newest(account));
        }
    }

    private final class Held extends LeaseSeam {
        Held(Leases leases) {
            super(leases);
        }

        @Override
        public HeldLease acquire(AccountId account, DeviceId device) {
            return call(() -> super.acquire(account, device));
        }

        @Override
        public boolean renew(HeldLease lease) {
            return call(() -> super.renew(lease));
        }

        @Override
        public List<Seen> seen(List<AccountId> accounts) {
            return call(() -> super.seen(accounts));
        }

        @Override
        public boolean release(HeldLease lease) {
            return call(() -> super.release(lease));
        }
    }
}

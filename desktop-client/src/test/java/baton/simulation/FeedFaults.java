package baton.simulation;

import baton.model.AccountId;
import baton.model.DeviceId;
import baton.model.Revised;
import baton.relay.feed.AccountChanges;
import baton.relay.feed.AccountFeed;
import baton.relay.feed.Change;
import baton.relay.feed.FeedPage;
import baton.relay.feed.Written;
import baton.relay.node.HeldLease;
import baton.relay.node.Hint;
import baton.relay.node.Leases;
import baton.relay.node.NodeBus;
import baton.simulation.PlantedFault.Every;
import java.util.List;

/// Faults of the accounts' feeds, of leases and of the bus between nodes.
final class FeedFaults {
    static final List<PlantedFault> ALL =
            List.of(
                    PlantedFault.feed(
                            "a lower register replaces a greater one",
                            "register|read moved",
                            RaisesBlindly::new),
                    PlantedFault.feed(
                            "a draft replaces one that it does not know",
                            "lost what was typed",
                            SwapsBlindly::new),
                    PlantedFault.feed(
                            "a feed page leaves out a register",
                            "register|to tell|outbox|log of|head of|does not know",
                            LeavesOut::new),
                    PlantedFault.feed(
                            "a feed page leaves out its newest register",
                            "register|log of|outbox|to tell|head of",
                            LeavesOutNewest::new),
                    new PlantedFault(
                            "fences fall",
                            "matrix|outbox|to tell|lost:",
                            () ->
                                    new Planted() {
                                        @Override
                                        public Leases leases(Leases leases) {
                                            return new FallingFences(leases);
                                        }
                                    }),
                    new PlantedFault(
                            "a push goes to everybody",
                            "register|does not know|head of|outbox|current",
                            () ->
                                    new Planted() {
                                        @Override
                                        public NodeBus bus(NodeBus bus) {
                                            return (node, hint) ->
                                                    bus.publish(
                                                            node,
                                                            hint instanceof Hint.News news
                                                                    ? new Hint.News(
                                                                            Cast.ACCOUNTS,
                                                                            news.push())
                                                                    : hint);
                                        }
                                    }));

    private FeedFaults() {}

    private static final class RaisesBlindly extends FeedSeam {
        RaisesBlindly(AccountFeed feed) {
            super(feed);
        }

        @Override
        public List<Written> write(List<AccountChanges> changes) {
            return super.write(blind(changes, Change.Raise.class));
        }
    }

    private static final class SwapsBlindly extends FeedSeam {
        SwapsBlindly(AccountFeed feed) {
            super(feed);
        }

        @Override
        public List<Written> write(List<AccountChanges> changes) {
            return super.write(blind(changes, Change.Swap.class));
        }
    }

    private static List<AccountChanges> blind(
            List<AccountChanges> changes, Class<? extends Change> kind) {
        return changes.stream()
                .map(account ->
                        new AccountChanges(
                                account.account(),
                                account.changes().stream()
                                        .map(change ->
                                                kind.isInstance(change)
                                                        ? new Change.Put(change.register())
                                                        : change)
                                        .toList()))
                .toList();
    }

    private static final class LeavesOut extends FeedSeam {
        private final Every every = new Every(5);

        LeavesOut(AccountFeed feed) {
            super(feed);
        }

        @Override
        public FeedPage page(AccountId account, long after) {
            FeedPage page = super.page(account, after);
            List<Revised> all = page.registers();
            return all.size() > 1 && every.isNow()
                    ? new FeedPage(
                            page.from(),
                            page.to(),
                            page.newest(),
                            page.remaining(),
                            all.subList(1, all.size()))
                    : page;
        }
    }

    private static final class LeavesOutNewest extends FeedSeam {
        LeavesOutNewest(AccountFeed feed) {
            super(feed);
        }

        @Override
        public FeedPage page(AccountId account, long after) {
            FeedPage page = super.page(account, after);
            return page.registers().size() < 2
                    ? page
                    : new FeedPage(
                            page.from(),
                            page.to(),
                            page.newest(),
                            page.remaining(),
                            page.registers().subList(0, page.registers().size() - 1));
        }
    }

    private static final class FallingFences extends LeaseSeam {
        FallingFences(Leases leases) {
            super(leases);
        }

        @Override
        public HeldLease acquire(AccountId account, DeviceId device) {
            HeldLease lease = super.acquire(account, device);
            return new HeldLease(account, device, 1_000 - lease.fence());
        }

        @Override
        public boolean renew(HeldLease lease) {
            return super.renew(right(lease));
        }

        @Override
        public boolean release(HeldLease lease) {
            return super.release(right(lease));
        }

        private static HeldLease right(HeldLease lease) {
            return new HeldLease(lease.account(), lease.device(), 1_000 - lease.fence());
        }
    }
}

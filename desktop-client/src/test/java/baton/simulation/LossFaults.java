package baton.simulation;

import baton.desktop.sync.StoreChange;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.relay.log.AppendOutcome;
import baton.relay.log.ConversationLog;
import baton.relay.log.Offer;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Faults of what heals a store that lost the end of its logs.
final class LossFaults {
    static final List<PlantedFault> ALL =
            List.of(
                    PlantedFault.store(
                            "what a store lost is deleted instead of set aside",
                            "lost:",
                            () ->
                                    new MemoryStore() {
                                        @Override
                                        void apply(StoreChange change) {
                                            super.apply(change);
                                            if (change instanceof StoreChange.EventsSetAside) {
                                                aside.clear();
                                            }
                                        }
                                    }),
                    PlantedFault.store(
                            "what was set aside still counts as held",
                            "log of|lost:|audit|matrix",
                            () -> adoptingWithout(StoreChange.SpansSet.class)),
                    PlantedFault.store(
                            "registers outlive the feed that they were of",
                            "register|head of",
                            () -> adoptingWithout(StoreChange.RegistersForgotten.class)),
                    new PlantedFault(
                            "offers never arrive",
                            "lost:|aside",
                            () ->
                                    new Planted() {
                                        @Override
                                        public List<ClientFrame> up(ClientFrame frame) {
                                            return frame instanceof ClientFrame.Offer
                                                    ? List.of()
                                                    : List.of(frame);
                                        }
                                    }),
                    new PlantedFault(
                            "the first epoch is the only one",
                            "epoch|log of|lost:|outbox",
                            FirstEpochOnly::new),
                    PlantedFault.log(
                            "an offer is called taken and is not", "lost:|aside", CallsTaken::new));

    private LossFaults() {}

    /// A store that leaves out one kind of change when it takes on another epoch.
    private static MemoryStore adoptingWithout(Class<? extends StoreChange> kind) {
        return new MemoryStore() {
            @Override
            public void commit(List<StoreChange> changes) {
                boolean adopts = changes.stream().anyMatch(StoreChange.EpochSet.class::isInstance);
                Predicate<StoreChange> isLeftOut = adopts ? kind::isInstance : change -> false;
                super.commit(changes.stream().filter(isLeftOut.negate()).toList());
            }
        };
    }

    /// Every welcome names the epoch of the first one.
    private static final class FirstEpochOnly implements Planted {
        private long first = -1;

        @Override
        public List<ServerFrame> down(ServerFrame frame) {
            if (!(frame instanceof ServerFrame.Welcome welcome)) {
                return List.of(frame);
            }
            first = first < 0 ? welcome.epoch() : first;
            return List.of(
                    new ServerFrame.Welcome(
                            welcome.account(),
                            welcome.device(),
                            welcome.name(),
                            welcome.at(),
                            welcome.version(),
                            first));
        }
    }

    private static final class CallsTaken extends LogSeam {
        CallsTaken(ConversationLog log) {
            super(log);
        }

        @Override
        public void offer(Offer offer, Consumer<AppendOutcome> outcome) {
            outcome.accept(new AppendOutcome.Duplicate(1, 1, offer.event().at()));
        }
    }
}

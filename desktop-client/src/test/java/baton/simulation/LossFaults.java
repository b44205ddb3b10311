package baton.simulation;

import baton.desktop.sync.StoreChange;
import baton.desktop.sync.StoreSnapshot;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Revised;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.relay.feed.AccountFeed;
import baton.relay.log.AppendOutcome;
import baton.relay.log.ConversationLog;
import baton.relay.log.LogState;
import baton.relay.log.Offer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
                            "what was set aside is forgotten at a restart",
                            "lost:|aside",
                            ForgetsAside::new),
                    PlantedFault.store(
                            "what was set aside still counts as held",
                            "log of|lost:|audit|matrix|moved back|had troubles",
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
                            "epoch|log of|lost:|outbox|is not current",
                            FirstEpochOnly::new),
                    PlantedFault.log(
                            "an offer is called taken and is not", "lost:|aside", CallsTaken::new),
                    PlantedFault.log(
                            "what was announced before a loss is not announced again",
                            "a register of|head of|floor of|does not know|outbox|lost:|not quiet",
                            NeverAnnouncesAgain::new),
                    PlantedFault.feed(
                            "a read mark that outlived its log is believed",
                            "unread of|audit|a register of|beyond",
                            BelievesMarks::new));

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

    /// What was set aside stays on the disk and is never looked for again.
    private static final class ForgetsAside extends MemoryStore {
        @Override
        public StoreSnapshot load() {
            StoreSnapshot whole = super.load();
            return new StoreSnapshot(
                    whole.epoch(),
                    whole.cursor(),
                    whole.registers(),
                    whole.spans(),
                    whole.edges(),
                    Set.of(),
                    whole.lastClientSeq(),
                    whole.outbox(),
                    whole.local());
        }
    }

    /// An announcement stands for all epochs that follow.
    private static final class NeverAnnouncesAgain extends LogSeam {
        NeverAnnouncesAgain(ConversationLog log) {
            super(log);
        }

        @Override
        public List<LogState> states(Collection<ConversationId> conversations) {
            return super.states(conversations).stream().map(NeverAnnouncesAgain::bent).toList();
        }

        private static LogState bent(LogState state) {
            LogState.Announced announced = state.announced();
            return new LogState(
                    state.conversation(),
                    state.epoch(),
                    state.newest(),
                    state.preview(),
                    state.title(),
                    state.version(),
                    new LogState.Announced(
                            announced.seq(),
                            announced.version(),
                            announced.epoch() > 0 ? state.epoch() : 0),
                    state.guard(),
                    state.members(),
                    state.notables());
        }
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

    /// Nobody looks whether a mark is of the log that is there.
    private static final class BelievesMarks extends FeedSeam {
        BelievesMarks(AccountFeed feed) {
            super(feed);
        }

        @Override
        public List<Optional<Revised>> registersOf(List<AccountId> accounts, String key) {
            return key.startsWith("read/")
                    ? accounts.stream().map(account -> Optional.<Revised>empty()).toList()
                    : super.registersOf(accounts, key);
        }
    }
}

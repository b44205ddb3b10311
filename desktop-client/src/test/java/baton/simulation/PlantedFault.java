package baton.simulation;

import baton.relay.feed.AccountFeed;
import baton.relay.log.ConversationLog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// A fault that simulation must find. Planted at a seam of a test; the product has no switch for
/// it.
///
/// @param name what goes wrong, in words
/// @param symptom pattern of what must be said when it is found: found for another reason is not
///   found
/// @param plant plants it in one run
record PlantedFault(String name, String symptom, Supplier<Planted> plant) {

    /// Every fault there is.
    static List<PlantedFault> all() {
        List<PlantedFault> all = new ArrayList<>();
        all.addAll(StoreFaults.ALL);
        all.addAll(LogFaults.ALL);
        all.addAll(FeedFaults.ALL);
        all.addAll(WireFaults.ALL);
        all.addAll(ActFaults.ALL);
        all.addAll(AccountFaults.ALL);
        all.addAll(LossFaults.ALL);
        all.addAll(TrimFaults.ALL);
        all.addAll(StallFaults.ALL);
        return all;
    }

    /// A fault of every device's store.
    static PlantedFault store(String name, String symptom, Supplier<MemoryStore> store) {
        return new PlantedFault(
                name,
                symptom,
                () ->
                        new Planted() {
                            @Override
                            public MemoryStore store() {
                                return store.get();
                            }
                        });
    }

    /// A fault of the conversations' logs.
    static PlantedFault log(String name, String symptom, UnaryOperator<ConversationLog> around) {
        return new PlantedFault(
                name,
                symptom,
                () ->
                        new Planted() {
                            @Override
                            public ConversationLog log(ConversationLog log) {
                                return around.apply(log);
                            }
                        });
    }

    /// A fault of the accounts' feeds.
    static PlantedFault feed(String name, String symptom, UnaryOperator<AccountFeed> around) {
        return new PlantedFault(
                name,
                symptom,
                () ->
                        new Planted() {
                            @Override
                            public AccountFeed feed(AccountFeed feed) {
                                return around.apply(feed);
                            }
                        });
    }

    @Override
    public String toString() {
        return name;
    }

    /// Says yes every so often, from the first run of its round on.
    static final class Every {
        private final int round;
        private int asked;

        Every(int round) {
            this.round = round;
        }

        boolean isNow() {
            asked++;
            return asked % round == 0;
        }
    }
}

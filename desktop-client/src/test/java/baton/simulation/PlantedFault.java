package baton.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

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
        return all;
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

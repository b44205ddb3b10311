package baton.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import baton.model.Allowed;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A simulation that finds nothing proves nothing: each fault planted here, at a seam and not in
/// the product, must be found within [#SEEDS_MAX] seeds, and for the right reason. What heals a
/// store that lost something is looked for in runs in which it does.
@Allowed("prints how many seeds each fault took")
@ExtendWith(Silence.class)
final class PlantedFaultTest {
    private static final int SEEDS_MAX = 500;

    static List<PlantedFault> faults() {
        return PlantedFault.all();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void plantedFaultIsFound(PlantedFault fault) {
        boolean isOfLosses = LossFaults.ALL.contains(fault);
        for (long seed = 0; seed < SEEDS_MAX; seed++) {
            try {
                new Simulation(seed, fault.plant().get(), Story.UNHEARD, isOfLosses).run();
            } catch (AssertionError found) {
                String why = String.valueOf(found.getMessage());
                assertTrue(
                        Pattern.compile(fault.symptom()).matcher(why).find(),
                        () -> "found for another reason: " + why);
                System.out.printf("%4d seeds: %s%n", seed + 1, fault);
                return;
            }
        }
        fail("not found within " + SEEDS_MAX + " seeds");
    }
}

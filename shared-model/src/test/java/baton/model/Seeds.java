package baton.model;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Runs a random test many times, each with a seed of its own that a failure names.
public final class Seeds {
    private Seeds() {}

    /// @param first the seed of the first run; the following runs count up from it
    /// @throws AssertionError that names the failing seed, with the failure as its cause
    public static void run(long first, int runs, Consumer<RandomGenerator> test) {
        for (long seed = first; seed < first + runs; seed++) {
            try {
                test.accept(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("failed at seed " + seed, e);
            }
        }
    }
}

package baton.simulation;

import java.time.Duration;
import java.util.SplittableRandom;

/// How bad a run is, drawn from its seed: rates for the first phase; the second one is calm.
///
/// @param crash at one call of store or outlet
/// @param lostPush of one push
/// @param halfOpen of an end of a connection that its other side does not notice
/// @param cutEvery mean time between cuts of one device's connection
/// @param killEvery mean time between deaths of a node
/// @param slowest delay of a frame
/// @param length of the first phase
record FaultPlan(
        double crash,
        double lostPush,
        double halfOpen,
        Duration cutEvery,
        Duration killEvery,
        Duration slowest,
        Duration length) {

    static FaultPlan draw(SplittableRandom random) {
        return new FaultPlan(
                random.nextInt(3) == 0 ? 0 : random.nextDouble(0.01),
                random.nextInt(3) == 0 ? 0 : random.nextDouble(0.5),
                random.nextDouble(0.5),
                Duration.ofMillis(random.nextLong(2_000, 40_000)),
                Duration.ofMillis(random.nextLong(10_000, 90_000)),
                Duration.ofMillis(random.nextInt(4) == 0 ? 3_000 : random.nextLong(5, 300)),
                Duration.ofSeconds(random.nextLong(15, 60)));
    }
}

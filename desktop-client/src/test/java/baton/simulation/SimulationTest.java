package baton.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.Allowed;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same seeds each time, from `-Dsimulation.first` on for as long as `-Dsimulation.seconds`
/// says: so what fails here was broken by what changed, and not by the hour. Looking for what was
/// broken all along is `./baton simulate`, with fresh seeds. A run that fails names its seed and
/// the command that replays it.
@Allowed("prints how much was tried, and from which seed on")
@ExtendWith(Silence.class)
final class SimulationTest {
    private static final int SECONDS = 60;
    private static final long FIRST = 1;

    /// All of them have been run: a faster machine must not fail by a seed that nobody has seen.
    private static final long SEEDS = 50_000;

    /// The slowest device: two lost beats until a dead link is noticed, the longest wait between
    /// two tries, a session that was replaced, and the beat after that.
    private static final Duration CONVERGES_WITHIN = Duration.ofSeconds(150);

    @Test
    void everythingConvergesAfterAnyFaults() throws InterruptedException {
        long first = Long.getLong("simulation.first", FIRST);
        Duration time = Duration.ofSeconds(Long.getLong("simulation.seconds", SECONDS));
        Campaign.Report report =
                new Campaign(first, SEEDS, time).run(Runtime.getRuntime().availableProcessors());
        System.out.printf(
                "Simulated %,d runs from seed %d on, %.0f a second%n",
                report.runs(), first, report.runsPerSecond());
        report.failures().values().stream().findFirst().ifPresent(SimulationTest::rethrow);
        assertEquals(Map.of(), report.failures());
        for (Happened.What what : Happened.What.values()) {
            assertTrue(report.happened().times(what) > 0, () -> "never seen: " + what.words());
        }
        assertTrue(report.longest().compareTo(CONVERGES_WITHIN) <= 0, report.longest()::toString);
    }

    private static void rethrow(Throwable failure) {
        throw new AssertionError(failure.getMessage(), failure);
    }

    /// Runs that once failed.
    @ParameterizedTest
    @ValueSource(longs = {0})
    void pastFailureStaysMended(long seed) {
        new Simulation(seed, Planted.NOTHING, Story.UNHEARD).run();
    }
}

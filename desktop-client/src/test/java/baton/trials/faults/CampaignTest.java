package baton.trials.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// A small campaign; `./baton trials faults` does the same for longer and with more of everything.
class CampaignTest {
    private static final long ROUNDS = 2;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void nothingIsLostWhileANemesisRages() {
        Campaign.Plan plan = Campaign.Plan.small(1);
        CampaignResult result = new Campaign(plan, folder).run(ROUNDS, Duration.ZERO);
        FaultsReport report = new FaultsReport("CampaignTest", result, List.of());
        assertEquals(List.of(), result.findings(), () -> report.story(folder));
        assertEquals(ROUNDS, result.rounds());
        assertTrue(result.last().acknowledged() > plan.acts(), "people talked");
        assertTrue(result.allFaults() > 0, "faults happened");
        assertTrue(report.json().contains("\"lost\" : 0"), report::json);
    }
}

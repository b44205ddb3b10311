package baton.trials.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// The controls of a campaign, and what its report makes of them.
class ControlsTest {
    private static final Control EVERYSEC = Control.of(Control.Kind.EVERYSEC, 0, 31, "31 of 400");
    private static final Control NORMAL = Control.of(Control.Kind.NORMAL, 0, 70, "70 of 300");

    @Test
    void redisThatSyncsOnceASecondLosesWhatItConfirmedAndTheCheckerSeesIt(
            @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        assumeTrue(SyncTrace.isPossible(), "this machine has no strace that may look on");
        Control control = EverysecControl.run(folder, 1);
        assertTrue(control.isRed(), control::toString);
    }

    @Test
    void reportCarriesBothVerdicts() {
        FaultsReport report = report(EVERYSEC, NORMAL);
        assertTrue(report.isConvincing());
        for (Control control : List.of(EVERYSEC, NORMAL)) {
            String label = control.kind().label();
            assertTrue(
                    report.markdown().contains("| " + label + " | red, as it must be; "),
                    report::markdown);
            assertTrue(
                    report.json().contains("\"" + label + "\" : \"red, as it must be; "),
                    report::json);
        }
    }

    @Test
    void controlThatStaysGreenConvincesNobody() {
        assertFalse(report(EVERYSEC, Control.of(Control.Kind.NORMAL, 0, 0, "")).isConvincing());
    }

    @Test
    void controlThatWasNotMadeConvincesNobody() {
        Control none = new Control(Control.Kind.EVERYSEC, Control.Verdict.IMPOSSIBLE, "");
        assertFalse(report(none, NORMAL).isConvincing());
    }

    @Test
    void lossWhereNothingMayBeLostIsNoVerdict() {
        Control broken = Control.of(Control.Kind.EVERYSEC, 1, 31, "");
        assertEquals(Control.Verdict.BROKEN, broken.verdict());
        assertFalse(report(broken, NORMAL).isConvincing());
    }

    private static FaultsReport report(Control... controls) {
        CampaignResult clean =
                new CampaignResult(
                        Campaign.Plan.small(1),
                        1,
                        10,
                        new Inspection.Look(List.of(), 500, 400, 450, 0),
                        Map.of(),
                        List.of(),
                        List.of(Duration.ofSeconds(1)),
                        1);
        return new FaultsReport("ControlsTest", clean, List.of(controls));
    }
}

package baton.trials.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What a campaign came to.
///
/// @param devices that took part
/// @param last look at everything
/// @param faults that were seen to have happened
/// @param converged how long it took after each round until everything agreed
/// @param mostResident bytes of the largest process at any calm moment
record CampaignResult(
        Campaign.Plan plan,
        long rounds,
        int devices,
        Inspection.Look last,
        Map<FaultKind, Integer> faults,
        List<Finding> findings,
        List<Duration> converged,
        long mostResident) {
    CampaignResult {
        faults = Map.copyOf(faults);
        findings = List.copyOf(findings);
        converged = List.copyOf(converged);
    }

    boolean isClean() {
        return findings.isEmpty();
    }

    long count(Finding.Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).count();
    }

    int allFaults() {
        return faults.values().stream().mapToInt(n -> n).sum();
    }

    Duration longest() {
        return converged.stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }
}

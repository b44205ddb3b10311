package baton.trials.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The benchmark in small: that it works and counts right; how fast is for a quiet machine.
class BenchTest {
    private static final Duration SHORT = Duration.ofMillis(500);

    static List<Workload> workloads() {
        return Workloads.ALL;
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void everyWorkloadKeepsItsPromisesAndTellsWhatItCounted(Workload workload) throws Exception {
        Report report = new Report("test");
        report.table(workload.title());

        workload.run(new Bench(report, true, List.of(), SHORT, 1));

        assertThat(report.isBroken()).as(report.markdown()).isFalse();
        assertThat(report.rows()).isNotEmpty();
        assertThat(report.json()).contains(workload.name());
        report.rows().stream()
                .filter(row -> row.cells().containsKey("messages"))
                .forEach(row ->
                        assertThat(((Number) row.cells().get("messages").value()).longValue())
                                .isPositive());
    }
}

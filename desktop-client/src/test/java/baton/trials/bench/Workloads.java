package baton.trials.bench;

import java.util.Iterator;
import java.util.List;

/// All there are, in the order in which they run.
final class Workloads {
    static final List<Workload> ALL =
            List.of(
                    new StartUp(),
                    new Delivery(),
                    new CatchUp(),
                    new Storm(),
                    new Idle(),
                    new Crashes(),
                    new ReadStorm());

    private Workloads() {}

    /// For the help of the command line.
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ALL.stream().map(Workload::name).iterator();
        }
    }
}

package baton.trials.bench;

import baton.endtoend.RelayProcess;

/// How soon a relay with a Redis of its own serves, the first time and again.
final class StartUp implements Workload {
    private static final double NANOS_OF_SECOND = 1e9;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String title() {
        return "Start: from the command to the first device that could connect";
    }

    @Override
    public void run(Bench bench) throws Exception {
        bench.inFolder(folder -> {
            long start = System.nanoTime();
            try (RelayProcess relay = RelayProcess.start(folder)) {
                bench.report().add(row(relay, "relay and Redis, new folder", start));
                relay.stop();
                long again = System.nanoTime();
                relay.start();
                bench.report().add(row(relay, "relay and Redis, the same folder again", again));
            }
        });
    }

    private Row row(RelayProcess relay, String load, long start) {
        double seconds = (System.nanoTime() - start) / NANOS_OF_SECOND;
        return new Row(name(), load)
                .number("ready after s", "%.2f", seconds)
                .number("relay MB", "%.0f", ProcessCost.of(relay.pid()).residentBytes() / 1e6)
                .number(
                        "Redis MB",
                        "%.0f",
                        ProcessCost.of(relay.redis().pid()).residentBytes() / 1e6);
    }
}

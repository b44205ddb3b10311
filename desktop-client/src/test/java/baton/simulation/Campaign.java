package baton.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/// Many runs with consecutive seeds on several threads, until there were enough of them, the time
/// is over, or too many have failed. However slow the machine, some are always done.
final class Campaign {
    private static final int RUNS_MIN = 400;
    private static final int FAILURES_MAX = 5;

    private final long first;
    private final long runs;
    private final long deadline;
    private final AtomicLong next;
    private final Report report = new Report();

    /// @param runs at most so many
    /// @param time at most so long
    Campaign(long first, long runs, Duration time) {
        this.first = first;
        this.runs = runs;
        this.deadline = System.nanoTime() + time.toNanos();
        this.next = new AtomicLong(first);
    }

    /// What came of it; changed under its own lock only.
    static final class Report {
        private final SortedMap<Long, Throwable> failures = new TreeMap<>();
        private final Happened happened = new Happened();
        private long runs;
        private long virtualMillis;
        private Duration longest = Duration.ZERO;
        private Duration took = Duration.ZERO;

        private synchronized void add(Report other) {
            failures.putAll(other.failures);
            happened.add(other.happened);
            runs += other.runs;
            virtualMillis += other.virtualMillis;
            longest = other.longest.compareTo(longest) > 0 ? other.longest : longest;
        }

        private synchronized boolean isHopeless() {
            return failures.size() >= FAILURES_MAX;
        }

        /// By seed.
        SortedMap<Long, Throwable> failures() {
            return failures;
        }

        Happened happened() {
            return happened;
        }

        long runs() {
            return runs;
        }

        double runsPerSecond() {
            return runs * 1e9 / Math.max(1, took.toNanos());
        }

        /// Hours of virtual time in a minute of real time.
        double virtualHoursPerMinute() {
            return virtualMillis / 3_600_000.0 * 60e9 / Math.max(1, took.toNanos());
        }

        Duration took() {
            return took;
        }

        /// The longest time that a run took from the end of its faults until all devices agreed.
        Duration longest() {
            return longest;
        }
    }

    /// @throws InterruptedException if the calling thread is interrupted
    Report run(int threads) throws InterruptedException {
        long begun = System.nanoTime();
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            workers.add(Thread.ofPlatform().name("simulation-" + i).start(this::work));
        }
        for (Thread worker : workers) {
            worker.join();
        }
        report.took = Duration.ofNanos(System.nanoTime() - begun);
        return report;
    }

    private void work() {
        Report own = new Report();
        long seed = next.getAndIncrement();
        while (isWanted(seed)) {
            Simulation simulation = new Simulation(seed, Planted.NOTHING, Story.UNHEARD);
            try {
                simulation.run();
            } catch (AssertionError failure) {
                own.failures.put(seed, failure);
                report.add(failureOnly(seed, failure));
            }
            own.runs++;
            own.virtualMillis += simulation.world().elapsed();
            own.happened.add(simulation.happened());
            Duration took = simulation.tookToConverge();
            own.longest = took.compareTo(own.longest) > 0 ? took : own.longest;
            seed = next.getAndIncrement();
        }
        report.add(own);
    }

    private boolean isWanted(long seed) {
        boolean isTime = seed < first + RUNS_MIN || System.nanoTime() < deadline;
        return seed < first + runs && isTime && !report.isHopeless();
    }

    private static Report failureOnly(long seed, Throwable failure) {
        Report failed = new Report();
        failed.failures.put(seed, failure);
        return failed;
    }
}

package baton.endtoend;

import baton.relay.app.HostileCaller;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// Several that say to a relay at the same time what no device says. One thread.
final class Hostility {
    private static final Duration STEP = Duration.ofMillis(100);

    private final RelayProcess relay;
    private final List<HostileCaller> callers;
    private long residentBefore;
    private long residentMost;

    Hostility(RelayProcess relay, int callers) {
        this.relay = relay;
        URI address = URI.create(relay.address());
        this.callers =
                IntStream.range(0, callers)
                        .mapToObj(i -> HostileCaller.signUp(address, "hostile-" + i))
                        .toList();
    }

    /// Returns when all are done.
    void call(Duration time) {
        residentBefore = relay.resident();
        List<FutureTask<Boolean>> calls = new ArrayList<>();
        for (HostileCaller caller : callers) {
            FutureTask<Boolean> call = new FutureTask<>(() -> caller.call(time), true);
            calls.add(call);
            Thread.ofPlatform().name("hostile").start(call);
        }
        while (!calls.stream().allMatch(FutureTask::isDone)) {
            residentMost = Math.max(residentMost, relay.resident());
            LockSupport.parkNanos(STEP.toNanos());
        }
        calls.forEach(FutureTask::resultNow);
    }

    /// How many things were said.
    long said() {
        return callers.stream().mapToLong(HostileCaller::said).sum();
    }

    /// Bytes of the relay's memory when it began; 0 where the system does not say.
    long residentBefore() {
        return residentBefore;
    }

    long residentMost() {
        return residentMost;
    }
}

package baton.trials.bench;

import baton.trials.wire.WireLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// Devices whose connection ended, until they come back: after a random part of a second, as real
/// ones do the first time, or when the relay asked them to. Belongs to the thread of its loop.
final class Away {
    private static final long REST_NANOS_MAX = TimeUnit.SECONDS.toNanos(1);

    private final WireLoop loop;
    private final RandomGenerator random;
    private final List<Return> returns = new ArrayList<>();

    private record Return(LightDevice device, long at) {}

    Away(WireLoop loop, RandomGenerator random) {
        this.loop = loop;
        this.random = random;
    }

    /// @param restMillis for which the relay asked it to stay away
    void add(LightDevice device, long restMillis) {
        long rest = random.nextLong(REST_NANOS_MAX);
        long asked = TimeUnit.MILLISECONDS.toNanos(restMillis);
        returns.add(new Return(device, System.nanoTime() + Math.max(rest, asked)));
    }

    void tick(long now) {
        if (returns.isEmpty()) {
            return;
        }
        List<Return> due = returns.stream().filter(one -> now >= one.at()).toList();
        returns.removeAll(due);
        due.forEach(one -> one.device().connectAgain(loop));
    }
}

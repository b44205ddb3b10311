package baton.trials.bench;

import baton.endtoend.RelayProcess;
import baton.trials.wire.WireLoop;
import java.util.List;

/// What relays, their Redis and the devices cost from one moment to another.
final class Meter {
    private static final double BYTES_OF_MEGABYTE = 1e6;

    private final List<Long> relays;
    private final List<Long> redis;
    private final WireLoop loop;
    private final List<ProcessCost> relaysBefore;
    private final List<ProcessCost> redisBefore;
    private final ProcessCost selfBefore = self();
    private final long bytesBefore;

    /// Measures from now on.
    ///
    /// @param relays processes
    /// @param redis processes of the servers that they share
    Meter(List<Long> relays, List<Long> redis, WireLoop loop) {
        this.relays = relays;
        this.redis = redis;
        this.loop = loop;
        this.relaysBefore = costs(relays);
        this.redisBefore = costs(redis);
        this.bytesBefore = loop.bytes();
    }

    static Meter of(RelayProcess relay, WireLoop loop) {
        return new Meter(List.of(relay.pid()), List.of(relay.redis().pid()), loop);
    }

    private static List<ProcessCost> costs(List<Long> processes) {
        return processes.stream().map(ProcessCost::of).toList();
    }

    private static ProcessCost self() {
        return ProcessCost.of(ProcessHandle.current().pid());
    }

    /// Adds what everything costs until now.
    ///
    /// @param messages to which it is shared out
    void tell(Row row, long messages) {
        double each = Math.max(1, messages);
        List<ProcessCost> relaysNow = costs(relays);
        List<ProcessCost> redisNow = costs(redis);
        row.number("relay CPU s per 1,000", "%.4f", micros(relaysNow, relaysBefore) / each / 1e3);
        row.number("Redis CPU s per 1,000", "%.4f", micros(redisNow, redisBefore) / each / 1e3);
        row.number("devices CPU s per 1,000", "%.4f", self().microsSince(selfBefore) / each / 1e3);
        row.number("relay MB", "%.0f", resident(relaysNow));
        row.number("Redis MB", "%.0f", resident(redisNow));
        row.number("bytes on the wire each", "%,.0f", (loop.bytes() - bytesBefore) / each);
    }

    private static double micros(List<ProcessCost> now, List<ProcessCost> before) {
        double sum = 0;
        for (int i = 0; i < now.size(); i++) {
            sum += now.get(i).microsSince(before.get(i));
        }
        return sum;
    }

    private static double resident(List<ProcessCost> costs) {
        return costs.stream().mapToLong(ProcessCost::residentBytes).sum() / BYTES_OF_MEGABYTE;
    }
}

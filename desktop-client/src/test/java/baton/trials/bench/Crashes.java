package baton.trials.bench;

import baton.endtoend.RelayProcess;
import baton.trials.wire.WireLoop;
import java.time.Duration;
import java.util.List;

/// W5: relay and Redis are killed in turn while everybody talks as fast as the relay takes it. In
/// the end fresh devices read the whole logs and look for each message that was acknowledged.
final class Crashes implements Workload {
    private static final double NANOS_OF_SECOND = 1e9;

    private enum Victim {
        RELAY,
        REDIS
    }

    @Override
    public String name() {
        return "W5";
    }

    @Override
    public String title() {
        return "W5: kill -9 while everybody talks";
    }

    @Override
    public void run(Bench bench) throws Exception {
        for (Victim victim : Victim.values()) {
            bench.inFolder(folder -> {
                try (RelayProcess relay = RelayProcess.start(folder)) {
                    crashes(bench, relay, victim);
                }
            });
        }
    }

    private void crashes(Bench bench, RelayProcess relay, Victim victim) throws Exception {
        int users = bench.size(40, 4);
        int rounds = bench.size(10, 1);
        Pairs pairs = new Pairs(List.of(relay), List.of());
        long longest = 0;
        long finished = 0;
        long acknowledged;
        try (WireLoop loop = new WireLoop()) {
            List<Chat> chats = pairs.connect(loop, users);
            Traffic traffic = Traffic.closed(loop, chats, Delivery.DEVICES, Delivery.CHARS);
            traffic.start(1);
            for (int round = 0; round < rounds; round++) {
                finished += traffic.measured(Duration.ofSeconds(1)).finished();
                longest = Math.max(longest, withoutService(traffic, relay, victim));
            }
            traffic.finish();
            acknowledged =
                    chats.stream()
                            .flatMap(chat -> chat.talkers().stream())
                            .mapToLong(Sayings::acknowledged)
                            .sum();
            chats.forEach(Chat::leave);
        }
        long inLog = inLog(pairs, users);
        // Everything that was said was acknowledged in the end, so the log holds just that.
        long lost = Math.max(0, acknowledged - inLog);
        long doubled = Math.max(0, inLog - acknowledged);
        if (lost + doubled > 0) {
            bench.report().broken("%d lost, %d doubled".formatted(lost, doubled));
        }
        bench.report()
                .add(
                        new Row(name(), "%d users, %s".formatted(users, victim))
                                .count("kills", rounds)
                                .count("messages", acknowledged)
                                .number(
                                        "in the second before, each",
                                        "%,.0f",
                                        (double) finished / rounds)
                                .count("acknowledged and lost", lost)
                                .count("doubled", doubled)
                                .number(
                                        "longest without service s",
                                        "%.2f",
                                        longest / NANOS_OF_SECOND));
    }

    /// @return nanoseconds until the next message was stored everywhere
    private static long withoutService(Traffic traffic, RelayProcess relay, Victim victim)
            throws InterruptedException {
        Thread striking =
                Thread.ofPlatform()
                        .name("striking")
                        .start(() -> {
                            switch (victim) {
                                case RELAY -> {
                                    relay.kill();
                                    relay.start();
                                }
                                case REDIS -> relay.killRedis();
                            }
                        });
        traffic.longestSilence();
        traffic.await("the blow is over", () -> !striking.isAlive());
        striking.join();
        long before = traffic.finishedSoFar();
        long enough = before + 2 * traffic.talking();
        traffic.await("messages arrive again", () -> traffic.finishedSoFar() > enough);
        return traffic.longestSilence();
    }

    /// Messages in all logs, read by devices that hold nothing yet; fails if one is there twice or
    /// out of order.
    private static long inLog(Pairs pairs, int users) throws Exception {
        try (WireLoop loop = new WireLoop()) {
            List<Chat> chats = pairs.connect(loop, users);
            Traffic.closed(loop, chats, Delivery.DEVICES, Delivery.CHARS);
            long least = Long.MAX_VALUE;
            long most = 0;
            for (int device = 0; device < 2 * Delivery.DEVICES; device++) {
                int which = device;
                long held =
                        chats.stream().mapToLong(chat -> chat.devices().get(which).held()).sum();
                least = Math.min(least, held);
                most = Math.max(most, held);
            }
            if (least != most) {
                throw new AssertionError("devices hold from " + least + " to " + most);
            }
            return most;
        }
    }
}

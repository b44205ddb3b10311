package baton.trials.bench;

import baton.endtoend.RelayProcess;
import baton.model.ConversationId;
import baton.trials.wire.WireLoop;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// W4: devices that are connected and have nothing to say but their beats: memory of each. And how
/// a relay lets them all go when it is told to stop.
final class Idle implements Workload {
    private static final int DEVICES = 20;
    private static final double BYTES_OF_KILOBYTE = 1_024;
    private static final double MICROS_OF_PERCENT = 1e4;
    private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    @Override
    public String name() {
        return "W4";
    }

    @Override
    public String title() {
        return "W4: idle connections, and a relay that is told to stop while they are there";
    }

    @Override
    public void run(Bench bench) throws Exception {
        for (int devices : bench.isQuick() ? List.of(40) : List.of(2_000, 5_000)) {
            bench.inFolder(folder -> {
                List<People.Person> people = signedUp(folder, devices / DEVICES);
                try (RelayProcess relay = RelayProcess.start(folder);
                        WireLoop loop = new WireLoop()) {
                    bench.report().add(idle(bench, new Crowd(loop, relay, people)));
                }
            });
        }
    }

    /// By a relay of their own: hashing their passwords takes memory that a relay keeps.
    private static List<People.Person> signedUp(Path folder, int people) throws Exception {
        try (RelayProcess relay = RelayProcess.start(folder)) {
            return new People(URI.create(relay.address())).atLeast(people, DEVICES);
        }
    }

    private Row idle(Bench bench, Crowd crowd) throws Exception {
        RelayProcess relay = crowd.relay;
        relay.collectGarbage();
        long before = relay.resident();
        crowd.connect();
        ProcessCost from = ProcessCost.of(relay.pid());
        long end = System.nanoTime() + bench.time().toNanos();
        crowd.turnUntil(() -> System.nanoTime() >= end);
        double micros = ProcessCost.of(relay.pid()).microsSince(from);
        long most = relay.resident();
        relay.collectGarbage();
        long least = relay.resident();
        return new Row(name(), "%,d idle devices".formatted(crowd.size()))
                .count("devices", crowd.size())
                .number("KB each", "%.1f", (least - before) / BYTES_OF_KILOBYTE / crowd.size())
                .number(
                        "KB each before garbage is collected",
                        "%.1f",
                        (most - before) / BYTES_OF_KILOBYTE / crowd.size())
                .number("relay MB", "%.0f", least / 1e6)
                .number(
                        "relay's share of a core %",
                        "%.1f", micros / MICROS_OF_PERCENT / bench.time().toSeconds())
                .number("relay stopped after s", "%.2f", crowd.stopped());
    }

    /// The devices.
    private static final class Crowd implements LightDevice.Hearer {
        private final WireLoop loop;
        private final RelayProcess relay;
        private final List<People.Person> people;
        private final List<LightDevice> devices = new ArrayList<>();
        private final Away away;

        Crowd(WireLoop loop, RelayProcess relay, List<People.Person> people) {
            this.loop = loop;
            this.relay = relay;
            this.away = new Away(loop, new SplittableRandom(1));
            this.people = people;
        }

        private URI address() {
            return URI.create(relay.address());
        }

        void connect() {
            for (People.Person person : people) {
                ConversationId notes = ConversationId.notes(person.account());
                for (String token : person.tokens()) {
                    devices.add(new LightDevice(loop, address(), token, notes, 1, this));
                }
            }
            turnUntil(() -> devices.stream().allMatch(LightDevice::isCurrent));
        }

        int size() {
            return devices.size();
        }

        /// Seconds until the relay has ended after it was told to.
        double stopped() throws InterruptedException {
            long start = System.nanoTime();
            Thread stopping = Thread.ofPlatform().name("stopping").start(relay::stop);
            turnUntil(() -> !stopping.isAlive());
            stopping.join();
            return (System.nanoTime() - start) / 1e9;
        }

        void turnUntil(BooleanSupplier condition) {
            while (!condition.getAsBoolean()) {
                loop.turn(TURN_NANOS);
                long now = System.nanoTime();
                devices.forEach(device -> device.tick(now));
                away.tick(now);
            }
        }

        @Override
        public void closed(LightDevice device, long restMillis) {
            away.add(device, restMillis);
        }
    }
}

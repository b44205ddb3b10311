package baton.trials.bench;

import baton.endtoend.RelayProcess;
import baton.model.ConversationId;
import baton.model.EventBody;
import baton.trials.wire.WireLoop;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.Histogram;

/// W3: many devices come back at the same moment, as after a relay was away, and each catches up.
final class Storm implements Workload {
    private static final int DEVICES = 4;
    private static final int DIGITS = 3;
    private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long PATIENCE_SECONDS = 120;

    @Override
    public String name() {
        return "W3";
    }

    @Override
    public String title() {
        return "W3: reconnect storm, light devices that connect in the same moment";
    }

    @Override
    public void run(Bench bench) throws Exception {
        bench.inFolder(folder -> {
            try (RelayProcess relay = RelayProcess.start(folder)) {
                int users = bench.size(500, 6);
                List<People.Person> people =
                        new People(URI.create(relay.address())).atLeast(users, DEVICES);
                bench.report().add(storm(relay, people, 1, 20));
                bench.report().add(storm(relay, people, DEVICES, 0));
            }
        });
    }

    /// One storm.
    ///
    /// @param each devices of each person
    /// @param pending messages that each device missed
    private Row storm(RelayProcess relay, List<People.Person> people, int each, int pending) {
        String load =
                "%,d devices, %d messages waiting for each"
                        .formatted(people.size() * each, pending);
        try (WireLoop loop = new WireLoop()) {
            Crowd crowd = new Crowd(loop, URI.create(relay.address()), people, each);
            crowd.await("all were there once", () -> crowd.areCurrent(0));
            crowd.leave();
            crowd.write(pending);
            long least = crowd.written();
            Meter meter = Meter.of(relay, loop);
            long start = System.nanoTime();
            crowd.comeBack();
            crowd.await("all are current", () -> crowd.areCurrent(least));
            double seconds = (System.nanoTime() - start) / 1e9;
            Row row =
                    new Row(name(), load)
                            .number("all current after s", "%.2f", seconds)
                            .times("device", crowd.times())
                            .count("devices", crowd.devices.size())
                            .count("turned away at first", crowd.refusals)
                            .count("messages waiting", (long) crowd.devices.size() * pending);
            meter.tell(row, crowd.devices.size());
            return row;
        }
    }

    /// Devices in conversations of two people each, and one that writes in each conversation.
    private static final class Crowd implements LightDevice.Hearer {
        private final WireLoop loop;
        private final URI relay;
        private final List<People.Person> people;
        private final List<LightDevice> devices = new ArrayList<>();
        private final Histogram times = new Histogram(DIGITS);
        private final Away away;
        private boolean isBack = true;
        private long refusals;
        private long began;
        private long acknowledged;
        private long written;

        Crowd(WireLoop loop, URI relay, List<People.Person> people, int each) {
            this.loop = loop;
            this.relay = relay;
            this.people = people;
            this.away = new Away(loop, new SplittableRandom(1));
            for (int i = 0; i < people.size(); i++) {
                for (String token : people.get(i).tokens().subList(0, each)) {
                    devices.add(new LightDevice(loop, relay, token, talk(i), 1, this));
                }
            }
        }

        /// Neighbours talk.
        private ConversationId talk(int person) {
            return Chat.direct(people.get(person & ~1), people.get(person | 1));
        }

        void await(String what, BooleanSupplier condition) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("waited in vain until " + what);
                }
                loop.turn(TURN_NANOS);
                long now = System.nanoTime();
                devices.forEach(device -> device.tick(now));
                away.tick(now);
            }
        }

        boolean areCurrent(long least) {
            return devices.stream().allMatch(one -> one.isCurrent() && one.held() >= least);
        }

        void leave() {
            isBack = false;
            devices.forEach(LightDevice::cut);
        }

        /// The last device of each other person writes while all others are away.
        void write(int messages) {
            if (messages == 0) {
                return;
            }
            List<LightDevice> writers = new ArrayList<>();
            for (int i = 0; i < people.size(); i += 2) {
                String token = people.get(i).tokens().getLast();
                writers.add(new LightDevice(loop, relay, token, talk(i), 1, this));
            }
            await("writers are there", () -> writers.stream().allMatch(LightDevice::isCurrent));
            for (int i = 1; i <= messages; i++) {
                String text = Sayings.text(0, i, Delivery.CHARS);
                for (LightDevice writer : writers) {
                    writer.send(i, new EventBody.Message(text));
                }
            }
            long all = (long) messages * writers.size();
            await("all is written", () -> acknowledged == all);
            await(
                    "writers have it",
                    () -> writers.stream().allMatch(one -> one.held() == messages));
            writers.forEach(LightDevice::cut);
            written = messages;
        }

        /// In each conversation.
        long written() {
            return written;
        }

        void comeBack() {
            began = System.nanoTime();
            times.reset();
            isBack = true;
            refusals = 0;
            devices.forEach(device -> device.connectAgain(loop));
        }

        Histogram times() {
            return times;
        }

        @Override
        public void current(LightDevice device) {
            if (device.held() >= written) {
                times.recordValue(System.nanoTime() - began);
            }
        }

        @Override
        public void acknowledged(LightDevice device, long clientSeq) {
            acknowledged++;
        }

        @Override
        public void refused(LightDevice device, long clientSeq) {
            throw new AssertionError("a message was refused");
        }

        @Override
        public void closed(LightDevice device, long restMillis) {
            if (isBack) {
                refusals++;
                away.add(device, restMillis);
            }
        }
    }
}

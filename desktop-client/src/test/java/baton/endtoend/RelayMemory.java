package baton.endtoend;

import baton.model.EventBody;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// What devices that never read cost a relay and everybody else: the same talk for the same time,
/// first without them, then with them. Memory is read from the relay's own metrics after a
/// collection of garbage, and from the system.
final class RelayMemory {
    private static final int PADDING = 4_000;
    private static final int MESSAGES_PER_SECOND = 3;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private final RelayProcess relay;
    private final URI address;
    private final Crowd crowd;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<ReadingDevice> readers = new ArrayList<>();
    private final AtomicInteger cuts = new AtomicInteger();
    private long clientSeq = 1;

    RelayMemory(RelayProcess relay) {
        this.relay = relay;
        this.address = URI.create(relay.address());
        this.crowd = new Crowd(address);
    }

    /// @param heapBytes after a collection
    /// @param residentBytes of the process, 0 where the system does not say
    record Memory(long heapBytes, long residentBytes) {}

    /// @param nanos of each message to each reading device, sorted
    /// @param expected how many there should be
    record Talk(List<Long> nanos, long expected, Memory most) {
        double millis(double share) {
            int index = (int) Math.min(nanos.size() - 1L, Math.round(share * nanos.size()));
            return nanos.get(index) / (double) TimeUnit.MILLISECONDS.toNanos(1);
        }
    }

    /// @param closed reading devices whose connection ended
    record Result(
            Memory before,
            Talk without,
            Talk with,
            Memory after,
            int cuts,
            long closed,
            int unacked) {
        boolean isClean() {
            return closed == 0 && unacked == 0;
        }
    }

    Result run(int sessions, int stuck, Duration time) throws IOException, InterruptedException {
        crowd.signUp(sessions);
        for (int device = 0; device < sessions - stuck; device++) {
            readers.add(crowd.connect(device));
        }
        for (int group = 0; group < crowd.groups(); group++) {
            founder(group).say(crowd.founding(group));
        }
        talk(WARM_UP);
        Memory before = memory();
        Talk without = talk(time);
        List<StuckDevice> stuckOnes = new ArrayList<>();
        for (int device = sessions - stuck; device < sessions; device++) {
            StuckDevice one = new StuckDevice(address, crowd.token(device), cuts);
            stuckOnes.add(one);
            Thread.ofVirtual().name("stuck-" + device).start(one);
        }
        Talk with = talk(time);
        stuckOnes.forEach(StuckDevice::leave);
        LockSupport.parkNanos(SETTLING.multipliedBy(3).toNanos());
        Memory after = memory();
        long closed = readers.stream().filter(ReadingDevice::isClosed).count();
        int acks = readers.stream().mapToInt(reader -> reader.acks.get()).sum();
        readers.forEach(ReadingDevice::leave);
        return new Result(
                before,
                without,
                with,
                after,
                cuts.get(),
                closed,
                (int) (clientSeq * crowd.groups()) - acks);
    }

    private ReadingDevice founder(int group) {
        return readers.get(group * Crowd.ACCOUNTS_PER_GROUP);
    }

    private Talk talk(Duration time) throws IOException, InterruptedException {
        readers.forEach(reader -> reader.nanos.clear());
        long start = System.nanoTime();
        long rounds = time.toSeconds() * MESSAGES_PER_SECOND;
        Memory most = new Memory(0, 0);
        for (int round = 0; round < rounds; round++) {
            clientSeq++;
            for (int group = 0; group < crowd.groups(); group++) {
                String text = ReadingDevice.MARK + System.nanoTime() + " " + "x".repeat(PADDING);
                founder(group).say(Crowd.send(group, clientSeq, new EventBody.Message(text)));
            }
            if (round % (10 * MESSAGES_PER_SECOND) == 10 * MESSAGES_PER_SECOND - 1) {
                most = greater(most, memory());
            }
            if (round % (5 * MESSAGES_PER_SECOND) == 0) {
                readers.forEach(ReadingDevice::beat);
            }
            long due = start + (round + 1) * TimeUnit.SECONDS.toNanos(1) / MESSAGES_PER_SECOND;
            LockSupport.parkNanos(due - System.nanoTime());
        }
        LockSupport.parkNanos(SETTLING.toNanos());
        List<Long> nanos =
                readers.stream().flatMap(reader -> reader.nanos.stream()).sorted().toList();
        return new Talk(nanos, rounds * readers.size(), most);
    }

    private static Memory greater(Memory one, Memory other) {
        return new Memory(
                Math.max(one.heapBytes(), other.heapBytes()),
                Math.max(one.residentBytes(), other.residentBytes()));
    }

    private Memory memory() throws IOException, InterruptedException {
        relay.collectGarbage();
        URI metrics = URI.create("http://127.0.0.1:" + address.getPort() + "/v1/metrics");
        String all =
                http.send(
                                HttpRequest.newBuilder(metrics).build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body();
        double heap =
                all.lines()
                        .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                        .mapToDouble(
                                line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                        .sum();
        return new Memory((long) heap, relay.resident());
    }
}

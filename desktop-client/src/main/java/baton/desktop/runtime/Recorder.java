package baton.desktop.runtime;

import baton.desktop.runtime.ChangeHints.Inspecting;
import baton.desktop.sync.Readings;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/// Keeps what an inspection shows. Frames and readings only while somebody looks: whoever would
/// note something asks [#isOn] first, and that is all it costs otherwise. Any thread.
final class Recorder {
    private final InstantSource clock;
    private final IntSupplier inputs;
    private final AtomicInteger onlookers = new AtomicInteger();
    private final Deque<Inspection.Frame> frames = new ArrayDeque<>();
    private final Deque<Inspection.Fault> faults = new ArrayDeque<>();
    private volatile Inspection last = Inspection.NOTHING;

    /// @param clock any thread
    /// @param inputs how many wait for the `sync` thread
    Recorder(InstantSource clock, IntSupplier inputs) {
        this.clock = clock;
        this.inputs = inputs;
    }

    boolean isOn() {
        return onlookers.get() > 0;
    }

    /// @param begun called once somebody looks
    Inspecting look(Runnable begun) {
        onlookers.incrementAndGet();
        begun.run();
        AtomicInteger open = new AtomicInteger(1);
        return new Inspecting() {
            @Override
            public Inspection now() {
                return Recorder.this.now();
            }

            @Override
            public void close() {
                if (open.getAndSet(0) == 1 && onlookers.decrementAndGet() == 0) {
                    forget();
                }
            }
        };
    }

    private void forget() {
        synchronized (frames) {
            frames.clear();
        }
    }

    void frame(boolean outgoing, Record frame, int chars) {
        synchronized (frames) {
            add(
                    frames,
                    new Inspection.Frame(
                            clock.instant(), outgoing, frame.getClass().getSimpleName(), chars),
                    Inspection.FRAMES_MAX);
        }
    }

    /// Noted at any time: faults are rare, and what led to one is over when somebody looks.
    void fault(String code) {
        synchronized (faults) {
            add(faults, new Inspection.Fault(clock.instant(), code), Inspection.FAULTS_MAX);
        }
    }

    private static <T> void add(Deque<T> some, T one, int most) {
        if (some.size() == most) {
            some.removeFirst();
        }
        some.addLast(one);
    }

    void readings(Readings now) {
        last =
                new Inspection(
                        new Inspection.Relay(
                                now.relay().version(),
                                now.relay().epoch(),
                                now.relay().heardAt(),
                                now.relay().roundTrip()),
                        new Inspection.Feed(now.feed().cursor(), now.feed().newest()),
                        new Inspection.Queues(
                                now.window().size(),
                                now.window().owed(),
                                now.questions(),
                                now.sending().onTheirWay(),
                                0),
                        now.sending().attempts().stream().map(Recorder::attempt).toList(),
                        List.of(),
                        List.of());
    }

    private static Inspection.Attempt attempt(Readings.Attempt tried) {
        return new Inspection.Attempt(
                tried.conversation(),
                tried.clientSeq(),
                tried.tries(),
                tried.at(),
                tried.code(),
                tried.next());
    }

    private Inspection now() {
        Inspection read = last;
        Inspection.Queues queues = read.queues();
        return new Inspection(
                read.relay(),
                read.feed(),
                new Inspection.Queues(
                        queues.credit(),
                        queues.owed(),
                        queues.questions(),
                        queues.sending(),
                        inputs.getAsInt()),
                read.attempts(),
                copyOf(frames),
                copyOf(faults));
    }

    private static <T> List<T> copyOf(Deque<T> some) {
        synchronized (some) {
            return List.copyOf(some);
        }
    }
}

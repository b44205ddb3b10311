package baton.desktop.runtime;

import baton.desktop.net.Connection;
import baton.desktop.net.ConnectionListener;
import baton.desktop.net.Connector;
import baton.desktop.runtime.SyncStatus.Link;
import baton.desktop.runtime.SyncStatus.Work;
import baton.desktop.runtime.Turn.Entry;
import baton.desktop.sync.Readings;
import baton.desktop.sync.Standing;
import baton.desktop.sync.SyncInput;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries effects to the socket, the timer and the windows. Everything but [#listen] and [#status]
/// on the `sync` thread.
final class LoopOutlet implements Outlet, ChangeHints {
    private static final Logger LOG = LoggerFactory.getLogger(LoopOutlet.class);
    private static final Duration WAKE_MAX = Duration.ofDays(1);
    private static final Live NONE =
            new Live(
                    -1,
                    new Connection() {
                        @Override
                        public boolean send(ClientFrame frame) {
                            return false;
                        }

                        @Override
                        public void close() {}
                    });

    private final Mailbox mailbox;
    private final Connector connector;
    private final SyncLoop.Surroundings surroundings;
    private final Recorder recorder;
    private final List<Consumer<Hint>> listeners = new CopyOnWriteArrayList<>();

    /// Inputs that came up on the `sync` thread itself, which must not wait for its own queue.
    private final List<Entry> own = new ArrayList<>();

    private final List<ScheduledFuture<?>> alarm = new ArrayList<>();
    private volatile SyncStatus status =
            new SyncStatus(
                    new Link.Offline(Instant.EPOCH, Instant.EPOCH, "relay-unreachable"),
                    Work.IDLE,
                    Instant.EPOCH,
                    0,
                    0);
    private volatile long loopThread = -1;
    private Live live = NONE;

    private record Live(long number, Connection connection) {}

    LoopOutlet(Mailbox mailbox, Connector connector, SyncLoop.Surroundings surroundings) {
        this.mailbox = mailbox;
        this.connector = connector;
        this.surroundings = surroundings;
        this.recorder = new Recorder(surroundings.wall(), mailbox::size);
    }

    /// The calling thread is `sync` from now on.
    void begin() {
        loopThread = Thread.currentThread().threadId();
        own.add(Entry.of(new SyncInput.Woke()));
    }

    List<Entry> takeOwn() {
        List<Entry> taken = List.copyOf(own);
        own.clear();
        return taken;
    }

    @Override
    public void transmit(long connection, ClientFrame frame) {
        if (live.number() == connection && !live.connection().send(frame)) {
            LOG.debug("A frame was not taken; its connection ends");
        }
    }

    @Override
    public void connect(long connection) {
        disconnectAll();
        live = new Live(connection, connector.open(new Ear(connection)));
    }

    @Override
    public void disconnect(long connection) {
        if (live.number() == connection) {
            disconnectAll();
        }
    }

    @Override
    public void disconnectAll() {
        live.connection().close();
        live = NONE;
    }

    @Override
    public void wakeAt(Instant at) {
        alarm.forEach(old -> old.cancel(false));
        alarm.clear();
        if (at.equals(Instant.MAX)) {
            return;
        }
        Duration wait = Duration.between(surroundings.steady().instant(), at);
        long millis = wait.compareTo(WAKE_MAX) > 0 ? WAKE_MAX.toMillis() : wait.toMillis() + 1;
        alarm.add(
                surroundings
                        .timer()
                        .schedule(this::ring, Math.max(0, millis), TimeUnit.MILLISECONDS));
    }

    /// A full queue needs no waking: each of its inputs makes the engine look at the time.
    private void ring() {
        if (!mailbox.offer(Entry.of(new SyncInput.Woke()))) {
            LOG.debug("The queue is full; the loop is awake");
        }
    }

    @Override
    public void hint(Hint hint) {
        if (hint instanceof Hint.Trouble(String code)) {
            recorder.fault(code);
        }
        for (Consumer<Hint> listener : listeners) {
            try {
                listener.accept(hint);
            } catch (RuntimeException e) {
                LOG.error("A listener failed on {}", hint, e);
            }
        }
    }

    @Override
    public void standing(Standing standing) {
        SyncStatus now = StatusOf.standing(standing);
        if (!now.equals(status)) {
            status = now;
            hint(new Hint.Status(now));
        }
    }

    @Override
    public boolean isWatched() {
        return recorder.isOn();
    }

    @Override
    public void readings(Readings readings) {
        recorder.readings(readings);
    }

    @Override
    public Inspecting inspect() {
        return recorder.look(this::ring);
    }

    @Override
    public Pin listen(Consumer<Hint> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public SyncStatus status() {
        return status;
    }

    /// Leaves what a connection says in the queue, marked with its number.
    private final class Ear implements ConnectionListener {
        private final long connection;

        Ear(long connection) {
            this.connection = connection;
        }

        @Override
        public void opened() {
            say(new SyncInput.Opened(connection));
        }

        @Override
        public void received(ServerFrame frame) {
            try {
                mailbox.putFrame(Entry.of(new SyncInput.Received(connection, frame)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void wrote(ClientFrame frame, int chars) {
            if (recorder.isOn()) {
                recorder.frame(true, (Record) frame, chars);
            }
        }

        @Override
        public void read(ServerFrame frame, int chars) {
            if (recorder.isOn()) {
                recorder.frame(false, (Record) frame, chars);
            }
            switch (frame) {
                case ServerFrame.Refused refused -> recorder.fault(refused.code());
                case ServerFrame.Fault fault -> recorder.fault(fault.code());
                default -> {}
            }
        }

        @Override
        public void closed(String code, long retryAfterMillis) {
            recorder.fault(code);
            say(new SyncInput.Closed(connection, code, retryAfterMillis));
        }

        private void say(SyncInput input) {
            if (Thread.currentThread().threadId() == loopThread) {
                own.add(Entry.of(input));
                return;
            }
            try {
                mailbox.put(Entry.of(input));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

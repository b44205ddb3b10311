package baton.relay.session;

import baton.model.Refusal;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.relay.log.AppendOutcome;
import baton.relay.node.HeldLease;
import baton.relay.node.Push;
import baton.relay.node.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connected device. Plain sequential code over one bounded [Inbox]; one [#turn] does one
/// thing:
///
/// 1. the first takes the lease, enters the directory, welcomes the device and shows it online;
/// 2. a frame is answered, or, a send, submitted: its outcome is answered in a later turn, in
///    order; see [FrameHandling];
/// 3. a push goes out if the device has begun to sync, has credit and its queue has room, else it
///    is dropped: the log and the feed have it; see [Outgoing];
/// 4. whoever has a reason sets it as the ending, and the next turn says bye, releases the lease
///    and shows the device offline.
///
/// A session lives in one epoch of the store: when that rises it ends, and the device compares.
///
/// Why a device misses nothing: pushes begin before the first answer of a sync is read, and
/// whatever is dropped later leaves the mark that leads to the beat.
///
/// [#offer], [#disconnected], [#push], [#wake] and [#end] may be called by any thread and never
/// block; turns belong to one thread.
public final class DeviceSession {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceSession.class);

    private enum Phase {
        NEW,
        OPEN,
        ENDED
    }

    private final Identity identity;
    private final SessionPorts ports;
    private final SessionDirectory directory;
    private final Inbox inbox = new Inbox();
    private final AtomicReference<Optional<Ending>> ending =
            new AtomicReference<>(Optional.empty());
    private final Heartbeats heartbeats;
    private final Outgoing outgoing;
    private final MatrixLine line;
    private final FrameHandling frames;
    private volatile Phase phase = Phase.NEW;
    private volatile Instant wakeAt = Instant.MAX;
    private HeldLease lease;
    private long epoch;

    DeviceSession(
            Identity identity, FrameSink sink, SessionPorts ports, SessionDirectory directory) {
        this.identity = identity;
        this.ports = ports;
        this.directory = directory;
        this.heartbeats = new Heartbeats(ports.clock().instant());
        this.outgoing =
                new Outgoing(sink, ports.codec(), identity.version(), ports.metrics(), this::end);
        this.line = new MatrixLine(identity, ports);
        this.frames = new FrameHandling(identity, ports, inbox, outgoing, line, this::end);
        this.lease = new HeldLease(identity.account(), identity.device(), 0);
    }

    /// Takes a frame of the device.
    ///
    /// @return false if too many frames wait: offer the same frame again later, and read no further
    public boolean offer(ClientFrame frame) {
        return isEnding() || inbox.offerFrame(new InboxEntry.Frame(frame));
    }

    /// Says that the socket is gone. May be called more than once.
    public void disconnected() {
        end(Ending.DISCONNECTED);
    }

    /// Whether the session is over and its lease was given up or is owed.
    public boolean hasEnded() {
        return phase == Phase.ENDED;
    }

    public Identity identity() {
        return identity;
    }

    /// 0 until the lease is taken; read by the directory, under whose lock it was entered.
    long fence() {
        return lease.fence();
    }

    /// Whether the device misses a push and was not told so yet.
    boolean isBehind() {
        return outgoing.isBehind();
    }

    void push(Push push) {
        inbox.offerPush(push);
    }

    /// Asks the session to end; the first reason stands.
    void end(Ending reason) {
        ending.compareAndSet(Optional.empty(), Optional.of(reason));
        inbox.signal();
    }

    /// Lets the session look at the clock, if it waits and its time has come.
    void wake(Instant now) {
        if (!now.isBefore(wakeAt)) {
            inbox.signal();
        }
    }

    private boolean isEnding() {
        return ending.get().isPresent();
    }

    /// Turns until the session has ended: the whole life of its thread.
    void run() {
        try {
            while (!hasEnded()) {
                if (!turn()) {
                    wakeAt = ports.clock().instant().plus(patience());
                    inbox.await();
                }
            }
        } catch (InterruptedException e) {
            finish(Ending.stopping(0));
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("session of {} failed", identity.device(), e);
            finish(Ending.FAULTY);
        }
    }

    /// Does one thing, if there is one.
    ///
    /// @return whether there was
    public boolean turn() {
        if (hasEnded()) {
            return false;
        }
        if (!isEnding() && heartbeats.isSilent(ports.clock().instant())) {
            end(Ending.SILENT);
        }
        Optional<Ending> reason = ending.get();
        if (reason.isPresent()) {
            finish(reason.get());
            return true;
        }
        try {
            return phase == Phase.NEW ? start() : step();
        } catch (StoreUnavailableException e) {
            LOG.warn("session of {} ends: {}", identity.device(), e.getMessage());
            end(Ending.UNAVAILABLE);
            return true;
        }
    }

    private boolean start() {
        // Whoever raises it later ends this session, which is in the directory by now.
        epoch = ports.epoch().current();
        lease = ports.leases().acquire(identity.account(), identity.device());
        phase = Phase.OPEN;
        directory.enter(this);
        Instant now = ports.clock().instant();
        heartbeats.renewed(now);
        // After the lease: whoever signs the device out writes the register first and then takes
        // the lease, so that one of the two is noticed.
        if (line.readSignedOut(lease)) {
            end(Ending.SIGNED_OUT);
            return true;
        }
        outgoing.answer(
                new ServerFrame.Welcome(
                        identity.account(),
                        identity.device(),
                        identity.name(),
                        now,
                        identity.version(),
                        epoch));
        line.open(lease, now);
        LOG.info(
                "{} {} opened, version {}, fence {}",
                identity.account(),
                identity.device(),
                identity.version(),
                fence());
        return true;
    }

    private boolean step() {
        if (inbox.takeDropped()) {
            outgoing.missed();
        }
        Optional<InboxEntry> entry = inbox.poll();
        entry.ifPresent(this::handle);
        Instant now = ports.clock().instant();
        if (outgoing.mayCatchUp(now)) {
            long newest = ports.feed().newest(identity.account());
            outgoing.catchUp(new ServerFrame.Beat(newest, now));
        }
        return entry.isPresent();
    }

    private void handle(InboxEntry entry) {
        switch (entry) {
            case InboxEntry.Frame frame -> {
                Instant now = ports.clock().instant();
                heartbeats.heard(now);
                if (!mayGoOn(frame.frame(), now) || frames.answered(frame.frame(), lease)) {
                    inbox.answered();
                }
            }
            case InboxEntry.Outcome outcome -> {
                inbox.answered();
                tell(outcome);
            }
            case InboxEntry.Answer answer -> {
                inbox.answered();
                outgoing.answer(answer.frame());
            }
            case InboxEntry.Pushed pushed -> outgoing.pass(pushed.push());
        }
    }

    /// What another epoch decided is not told in this one: the device would take it for part of the
    /// logs that it knows.
    private void tell(InboxEntry.Outcome decided) {
        long decidedIn =
                switch (decided.outcome()) {
                    case AppendOutcome.Stored stored -> stored.epoch();
                    case AppendOutcome.Duplicate duplicate -> duplicate.epoch();
                    default -> epoch;
                };
        if (decidedIn != epoch) {
            end(Ending.storeChanged(0));
            return;
        }
        outgoing.answer(FrameHandling.answer(decided));
        if (decided.outcome() instanceof AppendOutcome.Refused refused
                && refused.refusal() == Refusal.SESSION_REPLACED) {
            end(Ending.REPLACED);
        }
    }

    /// Renews the lease with every beat, and also with other frames of a device that leaves its
    /// beats out. A setting is the one thing that a late frame of a session that was replaced could
    /// turn back: a send has its fence, a draft its basis, and marks are joins.
    private boolean mayGoOn(ClientFrame frame, Instant now) {
        boolean mustBeHeld = frame instanceof ClientFrame.Beat || frame instanceof ClientFrame.Set;
        if (!mustBeHeld && !heartbeats.isRenewalDue(now)) {
            return true;
        }
        heartbeats.renewed(now);
        boolean isHeld = ports.leases().renew(lease);
        if (!isHeld) {
            end(line.readSignedOut(lease) ? Ending.SIGNED_OUT : Ending.REPLACED);
        }
        return isHeld;
    }

    private void finish(Ending reason) {
        boolean hadLease = phase == Phase.OPEN;
        phase = Phase.ENDED;
        outgoing.close(reason);
        if (hadLease) {
            release();
        }
        directory.leave(this);
        LOG.info("{} {} closed: {}", identity.account(), identity.device(), reason.reason());
    }

    private void release() {
        try {
            line.close(lease, ports.clock().instant());
            ports.leases().release(lease);
        } catch (StoreUnavailableException e) {
            LOG.warn("lease of {} is released later: {}", identity.device(), e.getMessage());
            ports.owe().accept(lease);
        }
    }

    /// How long the session may wait before its next turn, if nothing arrives.
    public Duration patience() {
        Duration untilSilent = heartbeats.patience(ports.clock().instant());
        boolean looksAgain = outgoing.owesHint() && Outgoing.HINT_AGAIN.compareTo(untilSilent) < 0;
        return looksAgain ? Outgoing.HINT_AGAIN : untilSilent;
    }
}

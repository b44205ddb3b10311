package baton.relay.session;

import baton.model.ConversationId;
import baton.model.Refusal;
import baton.model.Register;
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
///    order;
/// 3. a push goes out if the device has begun to sync, has credit and its queue has room, else it
///    is dropped: the log and the feed have it. A device that missed something gets one beat with
///    the newest revision as soon as it has credit, and asks;
/// 4. whoever has a reason sets it as the ending, and the next turn says bye, releases the lease
///    and shows the device offline.
///
/// Why a device misses nothing: pushes begin before the first answer of a sync is read, and
/// whatever is dropped later leaves the mark that leads to the beat.
///
/// [#offer], [#disconnected], [#push] and [#end] may be called by any thread and never block; turns
/// belong to one thread.
public final class DeviceSession {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceSession.class);

    private enum Phase {
        NEW,
        OPEN,
        ENDED
    }

    private final Identity identity;
    private final FrameSink sink;
    private final SessionPorts ports;
    private final SessionDirectory directory;
    private final Inbox inbox = new Inbox();
    private final AtomicReference<Optional<Ending>> ending =
            new AtomicReference<>(Optional.empty());
    private final CreditWindow credit = new CreditWindow();
    private final Heartbeats heartbeats;
    private final SendHandling sends;
    private final SyncHandling syncs;
    private final RegisterHandling registers;
    private volatile Phase phase = Phase.NEW;
    private HeldLease lease;
    private boolean isSyncing;
    private Instant currentAt = Instant.EPOCH;

    DeviceSession(
            Identity identity, FrameSink sink, SessionPorts ports, SessionDirectory directory) {
        this.identity = identity;
        this.sink = sink;
        this.ports = ports;
        this.directory = directory;
        this.heartbeats = new Heartbeats(identity, ports.clock().instant());
        this.sends = new SendHandling(identity, ports, inbox);
        this.syncs = new SyncHandling(identity, ports);
        this.registers = new RegisterHandling(identity, ports);
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

    void push(Push push) {
        inbox.offerPush(push);
    }

    /// Asks the session to end; the first reason stands.
    void end(Ending reason) {
        ending.compareAndSet(Optional.empty(), Optional.of(reason));
        inbox.signal();
    }

    private boolean isEnding() {
        return ending.get().isPresent();
    }

    /// Turns until the session has ended: the whole life of its thread.
    void run() {
        try {
            while (!hasEnded()) {
                if (!turn()) {
                    inbox.await(heartbeats.patience(ports.clock().instant()));
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
        lease = ports.leases().acquire(identity.account(), identity.device());
        phase = Phase.OPEN;
        directory.enter(this);
        Instant now = ports.clock().instant();
        heartbeats.renewed(now);
        // After the lease: whoever signs the device out writes the register first and then takes
        // the lease, so that one of the two is noticed.
        Optional<Register.Device> last = registers.lastReport();
        if (last.filter(Register.Device::wasSignedOut).isPresent()) {
            end(Ending.SIGNED_OUT);
            return true;
        }
        last.ifPresent(register -> heartbeats.follow(register, lease));
        answer(
                new ServerFrame.Welcome(
                        identity.account(), identity.device(), identity.name(), now, 1, 0));
        long held = last.map(Register.Device::held).orElse(0L);
        long outgoing = last.map(Register.Device::outgoing).orElse(0L);
        currentAt = last.map(Register.Device::currentAt).orElse(Instant.EPOCH);
        registers.report(heartbeats.report(lease, held, outgoing, now, currentAt));
        LOG.info("{} {} opened, fence {}", identity.account(), identity.device(), fence());
        return true;
    }

    private boolean step() {
        if (inbox.takeDropped() && isSyncing) {
            credit.missed();
        }
        Optional<InboxEntry> entry = inbox.poll();
        entry.ifPresent(this::handle);
        if (credit.mayCatchUp()) {
            catchUp();
        }
        return entry.isPresent();
    }

    private void handle(InboxEntry entry) {
        switch (entry) {
            case InboxEntry.Frame frame -> {
                Instant now = ports.clock().instant();
                heartbeats.heard(now);
                if (!mayGoOn(frame.frame(), now) || answered(frame.frame())) {
                    inbox.answered();
                }
            }
            case InboxEntry.Outcome outcome -> {
                inbox.answered();
                answer(SendHandling.answer(outcome.send(), outcome.outcome()));
                if (outcome.outcome() instanceof AppendOutcome.Refused refused
                        && refused.refusal() == Refusal.SESSION_REPLACED) {
                    end(Ending.REPLACED);
                }
            }
            case InboxEntry.Answer answer -> {
                inbox.answered();
                answer(answer.frame());
            }
            case InboxEntry.Pushed pushed -> pass(pushed.push());
        }
    }

    /// Renews the lease with every beat, and also with other frames of a device that leaves its
    /// beats out.
    private boolean mayGoOn(ClientFrame frame, Instant now) {
        if (!(frame instanceof ClientFrame.Beat) && !heartbeats.isRenewalDue(now)) {
            return true;
        }
        heartbeats.renewed(now);
        boolean isHeld = ports.leases().renew(lease);
        if (!isHeld) {
            boolean wasSignedOut =
                    registers.lastReport().filter(Register.Device::wasSignedOut).isPresent();
            end(wasSignedOut ? Ending.SIGNED_OUT : Ending.REPLACED);
        }
        return isHeld;
    }

    /// @return false if the answer follows in a later turn
    private boolean answered(ClientFrame frame) {
        switch (frame) {
            case ClientFrame.Sync sync -> {
                isSyncing = true;
                answer(syncs.feed(sync));
            }
            case ClientFrame.Fetch fetch -> fetch(fetch);
            case ClientFrame.Send send -> {
                return !submitted(send);
            }
            case ClientFrame.Mark mark -> registers.mark(mark);
            case ClientFrame.Draft draft -> draft(draft);
            case ClientFrame.Credit back -> credit.giveBack(back.stored(), back.window());
            case ClientFrame.Beat beat -> {
                beaten(beat);
                return false;
            }
            case ClientFrame.Set set ->
                    answer(new ServerFrame.Done(set.ticket(), Refusal.RELAY_UNAVAILABLE.code(), 0));
            case ClientFrame.Offer offer ->
                    answer(
                            new ServerFrame.Offered(
                                    offer.conversation(),
                                    offer.event().id(),
                                    Refusal.RELAY_UNAVAILABLE.code()));
            case ClientFrame.Typing typing -> {}
            case ClientFrame.Watch watch -> {}
            case ClientFrame.Probe probe -> {}
            case ClientFrame.Audit audit -> {}
        }
        return true;
    }

    private void fetch(ClientFrame.Fetch fetch) {
        try {
            answer(syncs.page(fetch));
        } catch (StoreUnavailableException e) {
            fault(e, fetch.conversation());
        }
    }

    private void draft(ClientFrame.Draft draft) {
        try {
            answer(registers.draft(draft, heartbeats.name()));
        } catch (StoreUnavailableException e) {
            fault(e, draft.conversation());
        }
    }

    private void fault(StoreUnavailableException e, ConversationId conversation) {
        LOG.warn("{} not served: {}", conversation, e.getMessage());
        answer(new ServerFrame.Fault(Refusal.RELAY_UNAVAILABLE.code(), conversation));
    }

    private boolean submitted(ClientFrame.Send send) {
        try {
            sends.send(send, lease);
            return true;
        } catch (StoreUnavailableException e) {
            LOG.warn("{} takes nothing: {}", send.conversation(), e.getMessage());
            answer(SendHandling.refused(send, Refusal.RELAY_UNAVAILABLE, 0));
            return false;
        }
    }

    /// The answer waits behind the pushes that the report itself causes, or else the device would
    /// take every beat for news that it has missed.
    private void beaten(ClientFrame.Beat beat) {
        Instant now = ports.clock().instant();
        currentAt = beat.current() ? now : currentAt;
        long newest =
                heartbeats.isReportDue(now)
                        ? reported(beat, now)
                        : ports.feed().newest(identity.account());
        inbox.offerAnswer(new InboxEntry.Answer(new ServerFrame.Beat(newest, now)));
    }

    private long reported(ClientFrame.Beat beat, Instant now) {
        registers.lastReport().ifPresent(current -> heartbeats.follow(current, lease));
        return registers.report(
                heartbeats.report(lease, beat.held(), beat.outgoing(), now, currentAt));
    }

    private void pass(Push push) {
        if (isSyncing && credit.take(push.events()) && !sink.offer(push.frame())) {
            credit.untake(push.events());
        }
    }

    private void catchUp() {
        long newest = ports.feed().newest(identity.account());
        ServerFrame hint = new ServerFrame.Beat(newest, ports.clock().instant());
        if (sink.offer(ports.codec().encode(hint))) {
            credit.caughtUp();
        }
    }

    private void answer(ServerFrame frame) {
        answer(ports.codec().encode(frame));
    }

    /// A device waits for its answers, so that none may be dropped while the connection stays.
    private void answer(String frame) {
        if (!sink.offer(frame)) {
            end(Ending.NOT_READING);
        }
    }

    private void finish(Ending reason) {
        boolean hadLease = phase == Phase.OPEN;
        phase = Phase.ENDED;
        reason.bye()
                .map(bye -> new ServerFrame.Bye(bye.refusal().code(), bye.retryAfterMillis()))
                .ifPresent(bye -> sink.offer(ports.codec().encode(bye)));
        sink.close(reason.code(), reason.reason());
        if (hadLease) {
            release();
        }
        directory.leave(this);
        LOG.info("{} {} closed: {}", identity.account(), identity.device(), reason.reason());
    }

    private void release() {
        try {
            ports.desk().presence().offline(lease);
            ports.leases().release(lease);
        } catch (StoreUnavailableException e) {
            LOG.warn("lease of {} is released later: {}", identity.device(), e.getMessage());
            ports.owe().accept(lease);
        }
    }

    /// How long the session may wait before its next turn, if nothing arrives.
    public Duration patience() {
        return heartbeats.patience(ports.clock().instant());
    }
}

package baton.relay.session;

import baton.model.ConversationId;
import baton.model.Refusal;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.relay.node.HeldLease;
import baton.relay.node.StoreUnavailableException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a session does with each frame of its device. A request that the store cannot serve is
/// refused and the session stays; where nothing could be answered, the session ends and the device
/// comes back. Confined to the session's thread.
final class FrameHandling {
    private static final Logger LOG = LoggerFactory.getLogger(FrameHandling.class);

    private final Identity identity;
    private final SessionPorts ports;
    private final Inbox inbox;
    private final Outgoing outgoing;
    private final Consumer<Ending> end;
    private final SyncHandling syncs;
    private final SendHandling sends;
    private final MarkHandling marks;
    private final DraftHandling drafts;
    private final SettingHandling settings;
    private final TypingHandling typings;
    private final WatchHandling watches;
    private final ReofferHandling reoffers;
    private final AuditHandling audits;
    private final MatrixLine line;

    FrameHandling(
            Identity identity,
            SessionPorts ports,
            Inbox inbox,
            Outgoing outgoing,
            MatrixLine line,
            Consumer<Ending> end) {
        this.identity = identity;
        this.ports = ports;
        this.inbox = inbox;
        this.outgoing = outgoing;
        this.end = end;
        this.syncs = new SyncHandling(identity, ports);
        this.sends = new SendHandling(identity, ports, inbox);
        this.marks = new MarkHandling(identity, ports);
        this.drafts = new DraftHandling(identity, ports);
        this.settings = new SettingHandling(identity, ports);
        this.typings = new TypingHandling(identity, ports);
        this.watches = new WatchHandling(identity, ports);
        this.reoffers = new ReofferHandling(identity, ports, inbox);
        this.audits = new AuditHandling(identity, ports);
        this.line = line;
    }

    /// What the device is told of a send or an offer that was decided.
    static ServerFrame answer(InboxEntry.Outcome decided) {
        return switch (decided.asked()) {
            case ClientFrame.Send send -> SendHandling.answer(send, decided.outcome());
            case ClientFrame.Offer offer -> ReofferHandling.answer(offer, decided.outcome());
            default -> throw new IllegalArgumentException("nothing else goes to a log");
        };
    }

    /// @return false if the answer follows in a later turn
    boolean answered(ClientFrame frame, HeldLease lease) {
        if (Frames.since(frame) > identity.version()) {
            end.accept(Ending.MALFORMED);
            return true;
        }
        switch (frame) {
            case ClientFrame.Sync sync -> {
                outgoing.beginPushes();
                outgoing.answer(syncs.feed(sync));
            }
            case ClientFrame.Fetch fetch -> orFault(fetch.conversation(), () -> fetch(fetch));
            case ClientFrame.Send send -> {
                return !submitted(send, lease);
            }
            case ClientFrame.Mark mark -> marks.mark(mark);
            case ClientFrame.Draft draft ->
                    orFault(
                            draft.conversation(),
                            () -> outgoing.answer(drafts.draft(draft, line.name())));
            case ClientFrame.Credit back -> outgoing.giveBack(back.stored(), back.window());
            case ClientFrame.Beat beat -> {
                answerLater(beaten(beat, lease));
                return false;
            }
            case ClientFrame.Set set -> {
                answerLater(done(set));
                return false;
            }
            case ClientFrame.Typing typing -> typing(typing);
            case ClientFrame.Watch watch -> outgoing.answer(watches.watch(watch));
            case ClientFrame.Probe probe ->
                    orFault(probe.conversation(), () -> outgoing.answer(reoffers.probe(probe)));
            case ClientFrame.Offer offer -> {
                reoffers.offer(offer);
                return false;
            }
            case ClientFrame.Audit audit -> outgoing.answer(audits.audit(audit));
        }
        return true;
    }

    private void fetch(ClientFrame.Fetch fetch) {
        Optional<String> page = syncs.page(fetch);
        if (page.isPresent()) {
            outgoing.answer(page.get());
        } else {
            String code = Refusal.NOT_A_MEMBER.code();
            outgoing.answer(new ServerFrame.Fault(code, fetch.conversation()));
        }
    }

    private void orFault(ConversationId conversation, Runnable request) {
        try {
            request.run();
        } catch (StoreUnavailableException e) {
            LOG.warn("{} not served: {}", conversation, e.getMessage());
            outgoing.answer(new ServerFrame.Fault(Refusal.RELAY_UNAVAILABLE.code(), conversation));
        }
    }

    private boolean submitted(ClientFrame.Send send, HeldLease lease) {
        try {
            sends.send(send, lease);
            return true;
        } catch (StoreUnavailableException e) {
            LOG.warn("{} takes nothing: {}", send.conversation(), e.getMessage());
            outgoing.answer(SendHandling.refused(send, Refusal.RELAY_UNAVAILABLE, 0));
            return false;
        }
    }

    private ServerFrame done(ClientFrame.Set set) {
        try {
            return settings.set(set);
        } catch (StoreUnavailableException e) {
            LOG.warn("a setting is not taken: {}", e.getMessage());
            return SettingHandling.refused(set, Refusal.RELAY_UNAVAILABLE);
        }
    }

    /// The answer waits behind the pushes that the request itself causes, or else the device would
    /// take them for news of somebody else.
    private void answerLater(ServerFrame answer) {
        inbox.offerAnswer(new InboxEntry.Answer(answer));
    }

    /// Nobody waits for it, and the next one says the same.
    private void typing(ClientFrame.Typing typing) {
        try {
            typings.typing(typing);
        } catch (StoreUnavailableException e) {
            LOG.debug("nobody learns who types in {}", typing.conversation(), e);
        }
    }

    private ServerFrame beaten(ClientFrame.Beat beat, HeldLease lease) {
        Instant now = ports.clock().instant();
        long newest = line.beaten(beat, lease, now);
        watches.changed().ifPresent(outgoing::answer);
        return new ServerFrame.Beat(newest, now);
    }
}

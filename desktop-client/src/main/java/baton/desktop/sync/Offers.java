package baton.desktop.sync;

import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Refusal;
import baton.model.Target;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// Gives back what the relay's store may have lost: each event that was set aside is offered,
/// oldest first, until the log has it, whoever brought it.
///
/// 1. The relay takes the events of one author's device in the order of their clientSeqs. An offer
///    that is out of turn waits for whoever holds the one before; the conversation rests a while.
///    After [#TRIES] tries in vain it goes over the gap: a number that was refused nobody holds.
/// 2. Own events and own sends share their numbers, so neither overtakes the other, and nothing
///    that is about a message overtakes it: see [#firstToWait] and [Outbox#firstWaiting].
/// 3. A group cannot come back before its first event. If nobody brings that, its events stay set
///    aside and are offered again on the next connection: see [#LAST_TRY].
/// 4. What the relay will never take is deleted, but a message of one's own becomes a row that was
///    not sent, so that a person can say it again.
final class Offers {
    private static final int OPEN_MAX = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration REST = Duration.ofSeconds(1);

    /// Tries after which a number that nobody brings is left open.
    static final int TRIES = 3;

    /// Tries after which a group whose beginning nobody brings is left alone.
    static final int LAST_TRY = 6;

    /// Heading of the documentation and text of the window.
    static final String GROUP_LOST = "group-lost";

    /// Refusals that end when others have brought what came before.
    private static final Set<String> PASSING =
            Set.of(Refusal.NOT_A_MEMBER.code(), Refusal.MESSAGE_GONE.code());

    private final DeviceId self;
    private final Ledger ledger;
    private final Effects effects;
    private final Outbox outbox;
    private final RandomGenerator random;
    private final Map<ConversationId, AsideQueue> queues = new TreeMap<>();

    Offers(DeviceId self, Ledger ledger, Effects effects, Outbox outbox, RandomGenerator random) {
        this.self = self;
        this.ledger = ledger;
        this.effects = effects;
        this.outbox = outbox;
        this.random = random;
    }

    void begin(Collection<ConversationId> aside) {
        aside.forEach(this::added);
    }

    /// Events of a conversation were set aside; which ones, the store knows.
    void added(ConversationId conversation) {
        queues.put(conversation, new AsideQueue(self, new Backoff(random)));
    }

    void opened() {
        queues.values().forEach(AsideQueue::restart);
    }

    void read(SyncInput.AsideRead read) {
        queue(read.conversation())
                .ifPresent(queue -> {
                    queue.fill(read.events());
                    forgetIfEmpty(read.conversation(), queue);
                });
    }

    private Optional<AsideQueue> queue(ConversationId conversation) {
        return Optional.ofNullable(queues.get(conversation));
    }

    private void forgetIfEmpty(ConversationId conversation, AsideQueue queue) {
        if (queue.isEmpty()) {
            queues.remove(conversation);
        }
    }

    /// The lowest clientSeq of this device that has to wait, and with it all that come after: it is
    /// set aside, or it is about a message that is, unless nobody could give that back for so long
    /// that it is left alone. [Long#MAX_VALUE] if there is none, 0 while that is not known.
    long firstToWait(ConversationId conversation) {
        return queue(conversation)
                .map(queue -> Math.min(queue.firstOwn(), firstAbout(conversation, queue)))
                .orElse(Long.MAX_VALUE);
    }

    private long firstAbout(ConversationId conversation, AsideQueue queue) {
        return queue.tries() >= LAST_TRY
                ? Long.MAX_VALUE
                : ledger.outbox(conversation).values().stream()
                        .filter(row -> row.state() instanceof OutboxRow.State.Waiting)
                        .filter(row -> Aim.of(row.body()).flatMap(queue::find).isPresent())
                        .mapToLong(OutboxRow::clientSeq)
                        .findFirst()
                        .orElse(Long.MAX_VALUE);
    }

    /// A relay whose store lost a group, or that this account is in it, would refuse for good what
    /// is sent there. So that waits until the directory names the group and everything that this
    /// device had of it is given back; its founder's first event goes ahead.
    boolean isKnownToRelay(ConversationId conversation) {
        return ledger.epoch() == 0
                || !conversation.namedMembers().isEmpty()
                || (ledger.info(conversation).isPresent() && !goBefore(conversation))
                || ledger.outbox(conversation).values().stream()
                        .anyMatch(row -> row.body() instanceof EventBody.Created);
    }

    /// Whether something of a conversation is to be given back before anything of this device that
    /// waits to be sent.
    private boolean goBefore(ConversationId conversation) {
        long below = outbox.firstWaiting(conversation);
        return queue(conversation).filter(queue -> queue.hasUpTo(below)).isPresent();
    }

    /// Whether a number of this device belongs, or may belong, to an event that is set aside.
    boolean isAside(ConversationId conversation, long clientSeq) {
        return queue(conversation).filter(queue -> queue.mayHave(clientSeq)).isPresent();
    }

    /// The log has brought an event: what was set aside has its place again, what is about it names
    /// that place, and what waits under another number has been sent: a message that was refused
    /// before, in a log that is lost, or one of a former device of this profile, whose rows have
    /// negative numbers.
    void held(ConversationId conversation, Event event) {
        queue(conversation)
                .flatMap(queue -> queue.find(event.id()))
                .ifPresent(aside -> remove(conversation, aside));
        for (OutboxRow row : List.copyOf(ledger.outbox(conversation).values())) {
            boolean isTwin = row.id().equals(event.id()) && row.clientSeq() != event.clientSeq();
            if (isTwin && !(row.state() instanceof OutboxRow.State.Acked)) {
                outbox.remove(row);
            } else if (!isTwin) {
                follow(row, event.asTarget());
            }
        }
    }

    private void follow(OutboxRow row, Target now) {
        Aim.moved(row.body(), now)
                .ifPresent(body -> ledger.write(new StoreChange.OutboxPut(row.saying(body))));
    }

    private void remove(ConversationId conversation, Event event) {
        ledger.write(new StoreChange.AsideRemoved(conversation, event.id()));
        queue(conversation)
                .ifPresent(queue -> {
                    queue.remove(event.id());
                    forgetIfEmpty(conversation, queue);
                });
    }

    void offered(Instant at, ServerFrame.Offered offered) {
        queue(offered.conversation())
                .ifPresent(queue ->
                        queue.find(offered.id())
                                .ifPresent(event -> answered(at, queue, event, offered)));
    }

    private void answered(Instant at, AsideQueue queue, Event event, ServerFrame.Offered offered) {
        ConversationId conversation = offered.conversation();
        if (offered.code().isEmpty()) {
            queue.taken(event.id(), offered.seq());
            settle(conversation);
        } else if (isForGood(offered.code())) {
            remove(conversation, event);
            if (event.device().equals(self) && event.body() instanceof EventBody.Message) {
                outbox.notTaken(conversation, event, offered.code());
            }
        } else if (queue.rest(at, REST) && isLost(conversation, queue)) {
            effects.trouble(GROUP_LOST, conversation);
        }
    }

    /// Whether the relay has a group no more and nobody has brought how it began, however often
    /// that was tried on this connection. It is offered again when the directory names the group.
    private boolean isLost(ConversationId conversation, AsideQueue queue) {
        return queue.tries() >= LAST_TRY
                && conversation.namedMembers().isEmpty()
                && ledger.info(conversation).isEmpty();
    }

    /// Deletes what the log has again and has brought back, or will not bring because it lies below
    /// the floor, after this account had left, or at a place that the log has forgotten.
    void settle(ConversationId conversation) {
        queue(conversation)
                .ifPresent(queue ->
                        queue.taken(seq -> !ledger.isToCome(conversation, seq))
                                .forEach(event -> remove(conversation, event)));
    }

    private static boolean isForGood(String code) {
        return !PASSING.contains(code)
                && Refusal.ofCode(code).map(Refusal::isPermanent).orElse(false);
    }

    void fault(Instant at, ConversationId conversation) {
        queue(conversation).ifPresent(queue -> queue.rest(at, REST));
    }

    void pump(Instant at) {
        long room = OPEN_MAX;
        for (Map.Entry<ConversationId, AsideQueue> entry : queues.entrySet()) {
            ConversationId conversation = entry.getKey();
            AsideQueue queue = entry.getValue();
            if (queue.mustBeRead()) {
                effects.add(new SyncEffect.Ask(new StoreQuestion.Aside(conversation)));
            }
            if (isLost(conversation, queue)) {
                continue;
            }
            long below = outbox.firstWaiting(conversation);
            List<Event> next = queue.take(at, below, PATIENCE, room);
            for (Event event : next) {
                effects.transmit(
                        new ClientFrame.Offer(
                                conversation,
                                event,
                                queue.tries() >= TRIES,
                                queue.recallsOf(event)));
            }
            room -= queue.open();
        }
    }

    /// For tests and the window: events that wait to be given back, as far as they are read.
    boolean isEmpty() {
        return queues.isEmpty();
    }

    Instant due() {
        return queues.entrySet().stream()
                .filter(entry -> !isLost(entry.getKey(), entry.getValue()))
                .map(entry -> entry.getValue().due())
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    /// Whether an event of this id waits to be given back.
    boolean holds(ConversationId conversation, MessageId id) {
        return queue(conversation).flatMap(queue -> queue.find(id)).isPresent();
    }
}

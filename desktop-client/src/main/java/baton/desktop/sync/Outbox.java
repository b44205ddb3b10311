package baton.desktop.sync;

import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Limits;
import baton.model.MessageId;
import baton.model.Refusal;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// What this device wants to append, until it holds the event itself.
///
/// 1. A row is stored with its clientSeq before it is sent, and sent again, in order, until it is
///    acknowledged, refused for good or a day old.
/// 2. A clientSeq is bound to one message for ever. The frame of a dead connection may still
///    arrive, so a number that may be on its way is never given to another message: whichever
///    arrives first stands, and the answer says which.
/// 3. The relay takes clientSeqs without gap. If it waits for one that is not to be sent any more
///    (given up, deleted), a blank uses it up: an empty message, which is refused for good unless
///    the real one was faster.
/// 4. A row leaves when its event is held, so that a bubble never vanishes in between.
final class Outbox {
    static final Duration GIVE_UP = Duration.ofHours(24);
    static final String NOT_SENT_IN_TIME = "not-sent-in-time";
    private static final Duration REWIND_SPACING = Duration.ofSeconds(1);

    private final DeviceId self;
    private final Ledger ledger;
    private final Effects effects;
    private final RandomGenerator random;
    private final NavigableMap<ConversationId, Lane> lanes = new TreeMap<>();
    private final Offers offers;

    /// Where sending goes on, so that no conversation waits until the others are done.
    private Optional<ConversationId> lastServed = Optional.empty();

    Outbox(DeviceId self, Ledger ledger, Effects effects, RandomGenerator random) {
        this.self = self;
        this.ledger = ledger;
        this.effects = effects;
        this.random = random;
        this.offers = new Offers(self, ledger, effects, this, random);
        for (OutboxRow row : ledger.allRows()) {
            if (row.state() instanceof OutboxRow.State.Waiting) {
                add(row);
            }
        }
    }

    /// What was set aside shares its numbers with what waits here.
    Offers offers() {
        return offers;
    }

    private Lane lane(ConversationId conversation) {
        return lanes.computeIfAbsent(conversation, key -> new Lane(new Backoff(random)));
    }

    void compose(Instant at, SyncInput.Compose input) {
        Words words = new Words(input.id(), input.seen(), input.claim(), input.body());
        enqueue(at, input.conversation(), words, new OutboxRow.State.Waiting());
    }

    /// What a row carries, whatever its number.
    private record Words(MessageId id, long seen, long claim, EventBody body) {
        static Words of(OutboxRow row) {
            return new Words(row.id(), row.seen(), row.claim(), row.body());
        }
    }

    private void enqueue(
            Instant at, ConversationId conversation, Words words, OutboxRow.State.Waiting state) {
        long clientSeq = ledger.lastClientSeq(conversation) + 1;
        ledger.write(new StoreChange.ClientSeqUsed(conversation, clientSeq));
        put(
                new OutboxRow(
                        conversation,
                        clientSeq,
                        words.id(),
                        Math.min(words.seen(), ledger.newest(conversation)),
                        words.claim(),
                        words.body(),
                        at,
                        state));
    }

    private void put(OutboxRow row) {
        ledger.write(new StoreChange.OutboxPut(row));
        if (row.state() instanceof OutboxRow.State.Waiting) {
            add(row);
        } else {
            lane(row.conversation()).remove(row.clientSeq());
        }
    }

    private void add(OutboxRow row) {
        lane(row.conversation()).add(row.clientSeq(), row.composedAt().plus(GIVE_UP));
    }

    void remove(OutboxRow row) {
        ledger.write(new StoreChange.OutboxRemoved(row.conversation(), row.clientSeq()));
        lane(row.conversation()).remove(row.clientSeq());
    }

    /// Tries a failed row again. A refused one gets a new number; one that was given up keeps its
    /// own, since the relay may hold it already.
    void retry(Instant at, SyncInput.Retry input) {
        ledger.row(input.conversation(), input.clientSeq())
                .ifPresent(row -> {
                    if (row.state() instanceof OutboxRow.State.Failed failed) {
                        retry(at, row, failed.code(), input.seen());
                    }
                });
    }

    private void retry(Instant at, OutboxRow row, String code, long seen) {
        if (code.equals(NOT_SENT_IN_TIME)) {
            putAgain(at, row);
        } else {
            remove(row);
            long shown = Math.max(row.seen(), seen);
            Words words = new Words(row.id(), shown, 0, row.body());
            enqueue(at, row.conversation(), words, new OutboxRow.State.Waiting(0, code));
        }
    }

    /// The relay's store may have lost what it acknowledged: what is not held is sent again.
    void sendAckedAgain(Instant at) {
        for (OutboxRow row : ledger.allRows()) {
            if (row.wasTaken()) {
                putAgain(at, row);
            }
        }
    }

    /// A day of trying begins anew.
    private void putAgain(Instant at, OutboxRow row) {
        put(row.again(at));
    }

    /// A message of this device that was in the log once will not be again: a person decides.
    void notTaken(ConversationId conversation, Event event, String code) {
        put(
                new OutboxRow(
                        conversation,
                        event.clientSeq(),
                        event.id(),
                        0,
                        0,
                        event.body(),
                        event.at(),
                        new OutboxRow.State.Failed(code)));
    }

    /// The lowest number that waits to be sent; [Long#MAX_VALUE] if none does.
    long firstWaiting(ConversationId conversation) {
        return Optional.ofNullable(lanes.get(conversation)).map(Lane::first).orElse(Long.MAX_VALUE);
    }

    void discard(ConversationId conversation, long clientSeq) {
        failed(conversation, clientSeq).ifPresent(this::remove);
    }

    /// Deletes a failed message and answers its text; empty if there is no such message.
    Optional<String> takeBack(ConversationId conversation, long clientSeq) {
        Optional<OutboxRow> row =
                failed(conversation, clientSeq)
                        .filter(failed -> failed.body() instanceof EventBody.Message);
        row.ifPresent(this::remove);
        return row.map(OutboxRow::body).map(body -> ((EventBody.Message) body).text());
    }

    private Optional<OutboxRow> failed(ConversationId conversation, long clientSeq) {
        return ledger.row(conversation, clientSeq)
                .filter(row -> row.state() instanceof OutboxRow.State.Failed);
    }

    /// A new connection: everything that waits is sent at once.
    void opened() {
        lanes.values().forEach(Lane::restart);
    }

    void acked(ServerFrame.Ack ack) {
        ledger.row(ack.conversation(), ack.clientSeq())
                .filter(row -> !(row.state() instanceof OutboxRow.State.Acked))
                .filter(row -> Sane.isNumber(ack.seq()))
                .ifPresent(row -> {
                    lane(ack.conversation()).succeeded();
                    if (ledger.isToCome(ack.conversation(), ack.seq())) {
                        put(row.with(new OutboxRow.State.Acked(ack.seq())));
                    } else {
                        remove(row);
                    }
                });
    }

    void refused(Instant at, ServerFrame.Refused refused) {
        if (refused.code().equals(Refusal.OUT_OF_TURN.code())) {
            outOfTurn(at, refused.conversation(), refused.clientSeq(), refused.expected());
            return;
        }
        boolean forGood = Refusal.ofCode(refused.code()).map(Refusal::isPermanent).orElse(false);
        ledger.row(refused.conversation(), refused.clientSeq())
                .filter(row -> row.state() instanceof OutboxRow.State.Waiting)
                .ifPresent(row -> {
                    if (forGood) {
                        put(row.with(failed(refused)));
                        lane(refused.conversation()).succeeded();
                    } else {
                        lane(refused.conversation()).block(at, refused.code());
                    }
                });
    }

    private static OutboxRow.State failed(ServerFrame.Refused refused) {
        boolean isStale = refused.code().equals(Refusal.STALE_REPLY.code());
        long newest = isStale && Sane.isNumber(refused.expected()) ? refused.expected() : 0;
        return new OutboxRow.State.Failed(refused.code(), newest);
    }

    private void outOfTurn(Instant at, ConversationId conversation, long clientSeq, long expected) {
        if (expected > clientSeq) {
            forgotten(conversation, clientSeq, expected);
            return;
        }
        Lane lane = lane(conversation);
        if (expected < 1 || at.isBefore(lane.rewoundAt().plus(REWIND_SPACING))) {
            return;
        }
        lane.rewind(at);
        long end = Math.min(lane.first(), expected + Limits.SENDS_IN_FLIGHT_MAX);
        end = Math.min(end, clientSeq);
        for (long missing = expected; missing < end; missing++) {
            offerAgain(at, conversation, missing);
        }
    }

    /// The number was used up so long ago that the relay forgot what became of it. If the message
    /// is in the log, its event will remove the row, and if it was taken where history is gone by
    /// now, the floor; else a person decides.
    private void forgotten(ConversationId conversation, long clientSeq, long expected) {
        if (!Sane.isNumber(expected)) {
            return;
        }
        if (expected - 1 > ledger.lastClientSeq(conversation)) {
            ledger.write(new StoreChange.ClientSeqUsed(conversation, expected - 1));
        }
        ledger.row(conversation, clientSeq)
                .filter(row -> row.state() instanceof OutboxRow.State.Waiting)
                .ifPresent(row -> put(row.forgotten()));
        settle(conversation);
    }

    private void offerAgain(Instant at, ConversationId conversation, long clientSeq) {
        if (offers.isAside(conversation, clientSeq)) {
            return;
        }
        Optional<OutboxRow> lost = ledger.row(conversation, clientSeq).filter(OutboxRow::wasTaken);
        if (lost.isPresent()) {
            putAgain(at, lost.get());
            return;
        }
        MessageId id = MessageId.of(at.toEpochMilli(), random.nextLong(), random.nextLong());
        effects.transmit(
                new ClientFrame.Send(conversation, clientSeq, id, 0, 0, new EventBody.Message("")));
    }

    /// What is held or known of a conversation changed: a row may have done its work, and so may
    /// what was set aside.
    void settle(ConversationId conversation) {
        offers.settle(conversation);
        for (OutboxRow row : List.copyOf(ledger.outbox(conversation).values())) {
            if (ledger.isDone(row)) {
                remove(row);
            }
        }
    }

    /// An event is held now; if it is one of this device's, its row has done its work.
    void held(Instant at, ConversationId conversation, Event event) {
        offers.held(conversation, event);
        if (!event.device().equals(self)) {
            return;
        }
        if (event.clientSeq() > ledger.lastClientSeq(conversation)) {
            ledger.write(new StoreChange.ClientSeqUsed(conversation, event.clientSeq()));
        }
        ledger.row(conversation, event.clientSeq())
                .ifPresent(row -> {
                    remove(row);
                    if (row.id().equals(event.id())) {
                        lane(conversation).succeeded();
                    } else {
                        // A store restored from an older copy gave the number out twice.
                        enqueue(at, conversation, Words.of(row), new OutboxRow.State.Waiting());
                    }
                });
    }

    long waiting() {
        return lanes.values().stream().mapToLong(Lane::waiting).sum();
    }

    void pump(Instant at, boolean online) {
        for (Map.Entry<ConversationId, Lane> entry : lanes.entrySet()) {
            Lane lane = entry.getValue();
            while (!at.isBefore(lane.giveUpAt())) {
                giveUp(entry.getKey(), lane.first());
            }
            lane.expire(at);
        }
        if (online) {
            sendInTurn(at);
        }
        lanes.values().removeIf(Lane::isIdle);
    }

    private void sendInTurn(Instant at) {
        int room = Limits.SENDS_IN_FLIGHT_ALL_MAX - sending();
        NavigableMap<ConversationId, Lane> after = lanes;
        NavigableMap<ConversationId, Lane> before = Collections.emptyNavigableMap();
        if (lastServed.isPresent()) {
            after = lanes.tailMap(lastServed.get(), false);
            before = lanes.headMap(lastServed.get(), true);
        }
        sendInTurn(at, before, sendInTurn(at, after, room));
    }

    /// @return how much room is left
    private int sendInTurn(Instant at, Map<ConversationId, Lane> some, int room) {
        int left = room;
        for (Map.Entry<ConversationId, Lane> entry : some.entrySet()) {
            Lane lane = entry.getValue();
            ConversationId conversation = entry.getKey();
            if (left > 0 && lane.isReady() && offers.isKnownToRelay(conversation)) {
                List<Long> sent = lane.send(at, offers.firstToWait(conversation), left);
                send(conversation, sent);
                left -= sent.size();
                lastServed = sent.isEmpty() ? lastServed : Optional.of(conversation);
            }
        }
        return left;
    }

    private void giveUp(ConversationId conversation, long clientSeq) {
        OutboxRow row = ledger.row(conversation, clientSeq).orElseThrow();
        put(row.with(new OutboxRow.State.Failed(NOT_SENT_IN_TIME)));
    }

    private void send(ConversationId conversation, List<Long> clientSeqs) {
        for (long clientSeq : clientSeqs) {
            OutboxRow row = ledger.row(conversation, clientSeq).orElseThrow();
            effects.transmit(
                    new ClientFrame.Send(
                            conversation,
                            clientSeq,
                            row.id(),
                            row.seen(),
                            row.claim(),
                            row.body(),
                            row.wasRefused()));
        }
    }

    Readings.Sending reading() {
        return new Readings.Sending(
                sending(),
                lanes.entrySet().stream()
                        .flatMap(lane -> lane.getValue().attempts(lane.getKey()))
                        .limit(Readings.ATTEMPTS_MAX)
                        .toList());
    }

    private int sending() {
        return lanes.values().stream().mapToInt(Lane::onTheirWay).sum();
    }

    Instant due(boolean online) {
        Instant due = Instant.MAX;
        for (Lane lane : lanes.values()) {
            due = Effects.earlier(due, lane.giveUpAt());
            if (online) {
                due = Effects.earlier(due, lane.due());
            }
        }
        return due;
    }
}

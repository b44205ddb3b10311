package baton.relay.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.protocol.FrameCodec;
import baton.protocol.MalformedFrameException;
import baton.protocol.StoredEvent;
import baton.relay.log.Append;
import baton.relay.log.AppendOutcome;
import baton.relay.log.LogPage;
import baton.rules.LogDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;

/// What one device does: keeps up to 32 sends of a conversation in flight, and after anything but
/// an acknowledgement sends all that is unacknowledged again. One thread.
final class Sender {
    static final DeviceId LAPTOP = new DeviceId("laptop");

    private static final AccountId ANA = new AccountId("ana");
    private static final int IN_FLIGHT = 32;

    private final ConversationId conversation;
    private final RedisNode node;
    private final FrameCodec codec = new FrameCodec();
    private final Map<Long, Long> acknowledged = new TreeMap<>();
    private final ArrayBlockingQueue<Answer> answers = new ArrayBlockingQueue<>(IN_FLIGHT);
    private int unknown;

    private record Answer(long clientSeq, AppendOutcome outcome) {}

    /// @param number of its conversation
    Sender(int number, RedisNode node) {
        this.conversation = ConversationId.direct(ANA, new AccountId("peer" + number));
        this.node = node;
    }

    static Append append(ConversationId conversation, long clientSeq) {
        return new Append(
                conversation,
                ANA,
                LAPTOP,
                1,
                clientSeq,
                MessageId.of(clientSeq, 1, 1),
                Instant.EPOCH,
                Append.Terms.NONE,
                new EventBody.Message("message " + clientSeq));
    }

    ConversationId conversation() {
        return conversation;
    }

    int acknowledged() {
        return acknowledged.size();
    }

    /// Sends that were answered by anything else.
    int unknown() {
        return unknown;
    }

    /// @param halfWay called when half of the messages were sent, maybe more than once
    void sendAll(long messages, Runnable halfWay) throws InterruptedException {
        while (acknowledged.size() < messages) {
            long first = firstMissing();
            long last = Math.min(messages, first + IN_FLIGHT - 1);
            for (long clientSeq = first; clientSeq <= last; clientSeq++) {
                send(clientSeq);
            }
            if (first <= messages / 2 && last > messages / 2) {
                halfWay.run();
            }
            for (long clientSeq = first; clientSeq <= last; clientSeq++) {
                take();
            }
        }
    }

    private void send(long clientSeq) {
        node.ports()
                .log()
                .append(
                        append(conversation, clientSeq),
                        outcome -> answers.add(new Answer(clientSeq, outcome)));
    }

    /// Sends one message, once.
    ///
    /// @return whether it was acknowledged
    boolean sendOne(long clientSeq) throws InterruptedException {
        int before = unknown;
        send(clientSeq);
        take();
        return unknown == before;
    }

    /// Later sends may be acknowledged while the fate of earlier ones is unknown.
    private long firstMissing() {
        long first = 1;
        while (acknowledged.containsKey(first)) {
            first++;
        }
        return first;
    }

    private void take() throws InterruptedException {
        Answer answer =
                Optional.ofNullable(answers.poll(30, TimeUnit.SECONDS))
                        .orElseThrow(() -> new AssertionError("an append got no outcome"));
        switch (answer.outcome()) {
            case AppendOutcome.Stored stored ->
                    acknowledged.put(answer.clientSeq(), stored.event().seq());
            case AppendOutcome.Duplicate duplicate ->
                    acknowledged.put(answer.clientSeq(), duplicate.seq());
            case AppendOutcome.Unavailable unavailable -> unknown++;
            case AppendOutcome.Expected expected -> unknown++;
            case AppendOutcome.Refused refused -> throw new AssertionError(refused);
        }
    }

    /// The log must hold what was acknowledged where it was said to be, and nothing else.
    void compare(String message) throws MalformedFrameException {
        long digest = LogDigest.EMPTY;
        long seq = 0;
        for (StoredEvent stored : all(acknowledged.size())) {
            Event event = codec.decodeStored(stored);
            seq++;
            assertEquals(seq, event.seq(), message);
            assertEquals(seq, event.count(), message);
            assertEquals(seq, acknowledged.get(event.clientSeq()), message);
            assertTrue(LogDigest.continues(digest, event), message);
            digest = event.digest();
        }
        assertEquals(acknowledged.size(), seq, message);
        assertEquals(
                seq, node.ports().log().states(List.of(conversation)).getFirst().head(), message);
    }

    private List<StoredEvent> all(long head) {
        List<StoredEvent> newestFirst = new ArrayList<>();
        long to = head;
        while (to > 0) {
            LogPage page = node.ports().log().page(conversation, ANA, 1, to).orElseThrow();
            newestFirst.addAll(page.events().reversed());
            to = page.from() - 1;
        }
        return newestFirst.reversed();
    }
}

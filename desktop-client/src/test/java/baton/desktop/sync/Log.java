package baton.desktop.sync;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Guard;
import baton.model.MessageId;
import baton.model.Preview;
import baton.model.Register;
import baton.model.Seal;
import baton.protocol.ServerFrame;
import baton.rules.LogDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A log as a relay would keep it, with true digests and counts.
final class Log {
    private final ConversationId conversation;
    private final List<Event> events = new ArrayList<>();

    Log(ConversationId conversation) {
        this.conversation = conversation;
    }

    /// Appends messages of somebody else.
    Log grow(int messages) {
        for (int i = 0; i < messages; i++) {
            long number = events.size() + 1L;
            append(
                    new AccountId("ben"),
                    new DeviceId("ben1"),
                    number,
                    MessageId.of(number, 0, number),
                    new EventBody.Message("message " + number));
        }
        return this;
    }

    Event append(AccountId author, DeviceId device, long clientSeq, MessageId id, EventBody body) {
        long seq = events.size() + 1L;
        long before = events.isEmpty() ? 0 : events.getLast().count();
        long previous = events.isEmpty() ? LogDigest.EMPTY : events.getLast().digest();
        Seal seal = new Seal(LogDigest.bodyHash(body), 0);
        Instant at = Instant.ofEpochSecond(seq);
        Event bare = new Event(0, 0, 0, author, device, clientSeq, id, at, seal, body);
        Event event =
                new Event(
                        seq,
                        before + (body.isCountable() ? 1 : 0),
                        LogDigest.next(previous, seq, LogDigest.entryHash(bare)),
                        author,
                        device,
                        clientSeq,
                        id,
                        at,
                        seal,
                        body);
        events.add(event);
        return event;
    }

    List<Event> events(long from, long to) {
        return events.subList((int) from - 1, (int) to);
    }

    ServerFrame.Page page(long from, long to) {
        return new ServerFrame.Page(
                conversation, 1, from, to, events.size(), false, events(from, to));
    }

    /// What the relay answers to a question whose events are all trimmed.
    ServerFrame.Page nothing(long askedTo) {
        return new ServerFrame.Page(
                conversation, 1, askedTo + 1, askedTo, events.size(), false, List.of());
    }

    ServerFrame.Page push(long from, long to) {
        return new ServerFrame.Page(
                conversation, 1, from, to, events.size(), true, events(from, to));
    }

    Register.Head head() {
        Event last = events.getLast();
        return new Register.Head(
                conversation,
                1,
                last.seq(),
                last.count(),
                0,
                last.digest(),
                last.at(),
                new Preview(last.author(), last.body().kind(), ""));
    }

    /// As the relay tells it when its history begins there.
    Register.Info info(long floor) {
        return infoIn(1, floor);
    }

    /// The same in another epoch of the relay's store.
    Register.Info infoIn(long epoch, long floor) {
        long floorCount = floor == 1 ? 0 : events.get((int) floor - 2).count();
        return new Register.Info(
                conversation, epoch, floor, "", List.of(), floor, floorCount, 0, false, Guard.NONE);
    }

    long size() {
        return events.size();
    }
}

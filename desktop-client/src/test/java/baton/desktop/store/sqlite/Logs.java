package baton.desktop.store.sqlite;

import baton.desktop.store.Identity;
import baton.desktop.sync.OutboxRow;
import baton.desktop.sync.StoreChange;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Guard;
import baton.model.Member;
import baton.model.MessageId;
import baton.model.Preview;
import baton.model.Register;
import baton.model.Revised;
import baton.model.Seal;
import baton.model.Span;
import baton.model.SpanSet;
import baton.model.Tally;
import baton.rules.LogDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Invented logs for tests, whole and right in every number.
final class Logs {
    static final AccountId ANA = new AccountId("ana");
    static final AccountId BEN = new AccountId("ben");
    static final DeviceId ANAS_LAPTOP = new DeviceId("d1");
    static final DeviceId BENS_DESK = new DeviceId("d9");
    static final ConversationId WITH_BEN = ConversationId.direct(ANA, BEN);
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Identity ANAS =
            new Identity("localhost", ANA, "Ana Lima", ANAS_LAPTOP, "Ana's laptop");

    private Logs() {}

    /// A log of messages, a third of them by Ana, with a title change now and then.
    static List<Event> log(int size, RandomGenerator random) {
        List<Event> events = new ArrayList<>();
        long count = 0;
        long digest = LogDigest.EMPTY;
        for (long seq = 1; seq <= size; seq++) {
            boolean isMessage = random.nextInt(5) > 0;
            EventBody body =
                    isMessage
                            ? new EventBody.Message("message " + seq)
                            : new EventBody.Titled("title " + seq);
            count += isMessage ? 1 : 0;
            boolean byAna = random.nextInt(3) == 0;
            Event event = event(seq, count, digest, byAna ? ANA : BEN, body);
            digest = LogDigest.next(digest, seq, LogDigest.entryHash(event));
            events.add(event);
        }
        return events;
    }

    static Event event(long seq, long count, long digest, AccountId author, EventBody body) {
        return new Event(
                seq,
                count,
                digest,
                author,
                author.equals(ANA) ? ANAS_LAPTOP : BENS_DESK,
                seq,
                MessageId.of(NOON.toEpochMilli(), 7, seq),
                NOON.plusSeconds(seq),
                new Seal(body instanceof EventBody.Gone ? 1 : LogDigest.bodyHash(body), 0),
                body);
    }

    static Tally tally(List<Event> log, long seq) {
        long own =
                log.stream()
                        .filter(event -> event.seq() <= seq && event.body().isCountable())
                        .filter(event -> event.author().equals(ANA))
                        .count();
        return new Tally(seq == 0 ? 0 : log.get(Math.toIntExact(seq) - 1).count(), own);
    }

    static StoreChange head(ConversationId conversation, List<Event> log, long seq) {
        Event event = log.get(Math.toIntExact(seq) - 1);
        Tally tally = tally(log, seq);
        return set(
                seq,
                new Register.Head(
                        conversation,
                        1,
                        seq,
                        tally.count(),
                        tally.own(),
                        event.digest(),
                        event.at(),
                        new Preview(event.author(), event.body().kind(), "preview " + seq)));
    }

    static StoreChange info(ConversationId conversation, long floor, long floorCount) {
        return set(
                2,
                new Register.Info(
                        conversation,
                        1,
                        1,
                        "",
                        List.of(new Member(ANA, "Ana Lima"), new Member(BEN, "Ben Wu")),
                        floor,
                        floorCount,
                        0,
                        false,
                        Guard.NONE));
    }

    static Register.Read read(ConversationId conversation, List<Event> log, long seq) {
        Tally tally = tally(log, seq);
        return new Register.Read(conversation, 0, seq, tally.count(), tally.own());
    }

    static StoreChange set(long revision, Register register) {
        return new StoreChange.RegisterSet(new Revised(revision, register));
    }

    /// Events from..to are held from now on, with the spans that come of it.
    static List<StoreChange> hold(
            ConversationId conversation, List<Event> log, List<Span> intervals) {
        List<StoreChange> changes = new ArrayList<>();
        SpanSet spans = SpanSet.EMPTY;
        for (Span span : intervals) {
            List<Event> events =
                    log.subList(Math.toIntExact(span.from()) - 1, Math.toIntExact(span.to()));
            changes.add(new StoreChange.EventsStored(conversation, events));
            spans = spans.plus(span);
        }
        changes.add(new StoreChange.SpansSet(conversation, spans));
        return changes;
    }

    static Span span(List<Event> log, long from, long to) {
        return new Span(
                from,
                to,
                log.get(Math.toIntExact(from) - 1).countBefore(),
                log.get(Math.toIntExact(to) - 1).count());
    }

    static OutboxRow unsent(ConversationId conversation, long clientSeq, String text) {
        return new OutboxRow(
                conversation,
                clientSeq,
                MessageId.of(NOON.toEpochMilli(), 1, clientSeq),
                0,
                0,
                new EventBody.Message(text),
                NOON.plusSeconds(clientSeq),
                new OutboxRow.State.Waiting());
    }
}

package baton.desktop.ui;

import baton.desktop.store.ConversationRow;
import baton.desktop.store.Quote;
import baton.desktop.store.Tick;
import baton.desktop.store.TimelinePage;
import baton.desktop.store.TimelineRow;
import baton.model.AccountId;
import baton.model.Claim;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Hole;
import baton.model.Member;
import baton.model.MessageId;
import baton.model.Seal;
import baton.rules.EventFold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One conversation of a [SampleDevice], kept as a plain log and queried by brute force.
final class SampleConversation {
    private static final Seal SEAL = new Seal(0, 0);

    final ConversationId id;
    final AccountId self;
    final Map<AccountId, String> names;
    final TreeMap<Long, Event> events = new TreeMap<>();
    final List<TimelineRow.Pending> pending = new ArrayList<>();
    String title = "";
    List<AccountId> members = List.of();
    boolean left;
    long head;
    long count;
    long floor = 1;
    long readSeq;
    long deliveredUpTo;
    long readByOthersUpTo;
    long clientSeq;
    ConversationRow.Draft draft = ConversationRow.Draft.NONE;

    SampleConversation(ConversationId id, AccountId self, Map<AccountId, String> names) {
        this.id = id;
        this.self = self;
        this.names = names;
    }

    Event append(AccountId author, Instant at, EventBody body) {
        head++;
        count += body.isCountable() ? 1 : 0;
        long millis = at.toEpochMilli();
        MessageId messageId = MessageId.of(millis, id.hashCode(), id.hashCode() * 31L + head);
        DeviceId device = new DeviceId("dev" + Math.floorMod(author.hashCode(), 1000));
        Event event = new Event(head, count, 0, author, device, head, messageId, at, SEAL, body);
        events.put(head, event);
        return event;
    }

    /// Messages that exist and are not held.
    void skip(long messages) {
        head += messages;
        count += messages;
    }

    String nameOf(AccountId account) {
        return names.getOrDefault(account, account.handle());
    }

    Tick tickOf(Event event) {
        if (!event.author().equals(self)) {
            return Tick.NONE;
        }
        if (event.seq() <= readByOthersUpTo) {
            return Tick.READ;
        }
        return event.seq() <= deliveredUpTo ? Tick.DELIVERED : Tick.SENT;
    }

    long unread() {
        long heldOfOthers =
                events.tailMap(readSeq, false).values().stream()
                        .filter(e -> e.body().isCountable() && !e.author().equals(self))
                        .count();
        long missing =
                holes().stream().filter(h -> h.from() > readSeq).mapToLong(Hole::messages).sum();
        return heldOfOthers + missing;
    }

    List<Hole> holes() {
        List<Hole> holes = new ArrayList<>();
        long next = floor;
        for (long seq : events.keySet()) {
            if (seq > next) {
                holes.add(new Hole(next, seq - 1, seq - next));
            }
            next = seq + 1;
        }
        if (next <= head) {
            holes.add(new Hole(next, head, head - next + 1));
        }
        return holes;
    }

    /// Everything, oldest first, pending rows last.
    List<TimelineRow> rows() {
        TreeMap<Long, TimelineRow> bySeq = new TreeMap<>();
        for (Event event : events.values()) {
            bySeq.put(
                    event.seq(),
                    new TimelineRow.Entry(
                            event,
                            nameOf(event.author()),
                            event.author().equals(self),
                            tickOf(event),
                            EventFold.of(event, List.of()),
                            Quote.NONE));
        }
        holes().forEach(hole -> bySeq.put(hole.from(), new TimelineRow.Gap(hole)));
        List<TimelineRow> rows = new ArrayList<>(bySeq.values());
        rows.addAll(pending);
        return rows;
    }

    private static long first(TimelineRow row) {
        return switch (row) {
            case TimelineRow.Entry entry -> entry.event().seq();
            case TimelineRow.Gap gap -> gap.hole().from();
            case TimelineRow.Pending waiting -> Long.MAX_VALUE;
        };
    }

    private static long last(TimelineRow row) {
        return row instanceof TimelineRow.Gap gap ? gap.hole().to() : first(row);
    }

    TimelinePage upTo(long seq, int limit) {
        List<TimelineRow> all = rows();
        List<TimelineRow> fitting = all.stream().filter(row -> first(row) <= seq).toList();
        int from = Math.max(0, fitting.size() - limit);
        return new TimelinePage(
                fitting.subList(from, fitting.size()), from == 0, fitting.size() == all.size());
    }

    TimelinePage from(long seq, int limit) {
        List<TimelineRow> all = rows();
        List<TimelineRow> fitting = all.stream().filter(row -> last(row) >= seq).toList();
        int to = Math.min(limit, fitting.size());
        return new TimelinePage(
                fitting.subList(0, to), fitting.size() == all.size(), to == fitting.size());
    }

    ConversationRow row() {
        List<Member> known = members.stream().map(m -> new Member(m, nameOf(m))).toList();
        return new ConversationRow(
                id,
                shownTitle(),
                known,
                lastLine(),
                new ConversationRow.Badge(unread(), 0),
                new ConversationRow.Bounds(readSeq, head, floor),
                new ConversationRow.Terms(left, false, Claim.NONE),
                ConversationRow.Flags.NONE,
                draft);
    }

    private String shownTitle() {
        return id.peerOf(self).map(this::nameOf).orElse(title);
    }

    private ConversationRow.Last lastLine() {
        if (!pending.isEmpty()) {
            TimelineRow.Pending newest = pending.getLast();
            return last(self, newest.body(), newest.at(), newest.tick());
        }
        if (events.isEmpty()) {
            return new ConversationRow.Last(self, "", "", "", Instant.EPOCH, Tick.NONE);
        }
        Event newest = events.lastEntry().getValue();
        return last(newest.author(), newest.body(), newest.at(), tickOf(newest));
    }

    private ConversationRow.Last last(AccountId author, EventBody body, Instant at, Tick tick) {
        String text = body instanceof EventBody.Message message ? message.text() : "";
        return new ConversationRow.Last(author, nameOf(author), body.kind(), text, at, tick);
    }
}

package baton.desktop.ui;

import baton.desktop.store.ConversationRow;
import baton.desktop.store.DeviceRow;
import baton.desktop.store.Quote;
import baton.desktop.store.Reach;
import baton.desktop.store.Since;
import baton.desktop.store.Tick;
import baton.desktop.store.TimelinePage;
import baton.desktop.store.TimelineRow;
import baton.model.AccountId;
import baton.model.Claim;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Folded;
import baton.model.Hole;
import baton.model.Member;
import baton.model.MessageId;
import baton.model.Seal;
import baton.model.SettingNames;
import baton.model.Target;
import baton.model.Wording;
import baton.rules.EventFold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;

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
    boolean guarded;
    Claim claim = Claim.NONE;
    final Map<String, String> settings = new TreeMap<>();
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

    void fetched(long from, long to, LongFunction<Instant> at) {
        AccountId author = members.getLast();
        for (long seq = from; seq <= to; seq++) {
            Instant said = at.apply(seq);
            EventBody body = new EventBody.Message("message " + seq);
            MessageId of = MessageId.of(said.toEpochMilli(), id.hashCode(), seq);
            DeviceId device = new DeviceId("dev");
            events.putIfAbsent(
                    seq, new Event(seq, seq, 0, author, device, seq, of, said, SEAL, body));
        }
    }

    /// The log begins so many events later than it once did.
    void shift(long by) {
        List<Event> held = List.copyOf(events.values());
        events.clear();
        for (Event e : held) {
            events.put(e.seq() + by, e.placed(e.seq() + by, e.count() + by, e.digest()));
        }
        head += by;
        count += by;
        readSeq += by;
        floor += by;
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

    Folded folded(Event event) {
        return event.body().isCountable()
                ? EventFold.of(event, events.values().stream().map(EventFold.Said::of).toList())
                : Folded.NOTHING;
    }

    private Quote quote(EventBody body) {
        if (!(body instanceof EventBody.Message message) || message.reply().isNone()) {
            return Quote.NONE;
        }
        Target target = message.reply();
        return events.values().stream()
                .filter(event -> event.id().equals(target.id()))
                .findFirst()
                .map(this::quoteOf)
                .orElse(new Quote.Absent(target));
    }

    private Quote quoteOf(Event event) {
        Target target = new Target(event.seq(), event.id());
        String name = nameOf(event.author());
        Folded now = folded(event);
        return now.gone()
                ? new Quote.Recalled(target, event.author(), name)
                : new Quote.Held(target, event.author(), name, now.text());
    }

    List<Wording> history(Target target) {
        return events.values().stream()
                .filter(event -> event.id().equals(target.id()))
                .flatMap(event ->
                        EventFold.history(
                                event, events.values().stream().map(EventFold.Said::of).toList())
                                .stream())
                .toList();
    }

    Reach reach(long seq, List<DeviceRow> devices) {
        Event event = events.get(seq);
        return event == null
                ? Reach.UNKNOWN
                : new Reach(
                        event.author().equals(self) ? reached(event) : List.of(),
                        devices.stream()
                                .map(row -> new Reach.Own(row, row.holdsAllOf(event.at())))
                                .toList());
    }

    private List<Reach.Person> reached(Event event) {
        return members.stream()
                .filter(member -> !member.equals(self))
                .map(member -> new Member(member, nameOf(member)))
                .map(member -> new Reach.Person(member, tickOf(event)))
                .toList();
    }

    private List<Event> unreadEvents() {
        return events.tailMap(readSeq, false).values().stream()
                .filter(e -> e.body().isCountable() && !e.author().equals(self))
                .filter(e -> !folded(e).gone())
                .toList();
    }

    long unread() {
        long missing =
                holes().stream().filter(h -> h.from() > readSeq).mapToLong(Hole::messages).sum();
        return unreadEvents().size() + missing;
    }

    private long mentions() {
        return unreadEvents().stream()
                .filter(event -> folded(event).mentions().contains(self))
                .count();
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
            if (!EventFold.isShown(event.body())) {
                continue;
            }
            bySeq.put(
                    event.seq(),
                    new TimelineRow.Entry(
                            event,
                            nameOf(event.author()),
                            event.author().equals(self),
                            tickOf(event),
                            folded(event),
                            quote(event.body())));
        }
        holes().forEach(hole -> bySeq.put(hole.from(), new TimelineRow.Gap(hole)));
        List<TimelineRow> rows = new ArrayList<>(bySeq.values());
        rows.addAll(pending);
        return rows;
    }

    Since since(Instant moment) {
        long first =
                events.values().stream()
                        .filter(event -> !event.at().isBefore(moment))
                        .mapToLong(Event::seq)
                        .findFirst()
                        .orElse(head + 1);
        Optional<Hole> above = holes().stream().filter(hole -> hole.to() + 1 == first).findFirst();
        if (above.isPresent()) {
            return new Since.Within(above.get());
        }
        return rows().stream()
                .filter(row -> first(row) >= first)
                .findFirst()
                .map(row ->
                        switch (row) {
                            case TimelineRow.Entry(var event, _, _, _, _, _) ->
                                    new Since.Here(new Target(event.seq(), event.id()));
                            case TimelineRow.Gap(var hole) -> new Since.Within(hole);
                            case TimelineRow.Pending waiting -> new Since.Beyond();
                        })
                .orElse(new Since.Beyond());
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
                new ConversationRow.Badge(unread(), mentions()),
                new ConversationRow.Bounds(readSeq, head, floor),
                new ConversationRow.Terms(left, guarded, claim),
                new ConversationRow.Flags(
                        isOn(SettingNames.PINNED),
                        settings.getOrDefault(SettingNames.MUTED, ""),
                        isOn(SettingNames.ARCHIVED)),
                draft);
    }

    private boolean isOn(String setting) {
        return settings.getOrDefault(setting, "").equals(SettingNames.ON);
    }

    private String shownTitle() {
        return id.peerOf(self).map(this::nameOf).orElse(title);
    }

    private ConversationRow.Last lastLine() {
        List<TimelineRow.Pending> lines =
                pending.stream().filter(row -> EventFold.isShown(row.body())).toList();
        if (!lines.isEmpty()) {
            TimelineRow.Pending newest = lines.getLast();
            return last(self, newest.body(), newest.at(), newest.tick());
        }
        List<Event> shown =
                events.values().stream().filter(e -> EventFold.isShown(e.body())).toList();
        if (shown.isEmpty()) {
            return new ConversationRow.Last(self, "", "", "", Instant.EPOCH, Tick.NONE);
        }
        Event newest = shown.getLast();
        Folded now = folded(newest);
        return new ConversationRow.Last(
                newest.author(),
                nameOf(newest.author()),
                now.gone() ? EventBody.Gone.KIND : newest.body().kind(),
                now.text(),
                newest.at(),
                tickOf(newest));
    }

    private ConversationRow.Last last(AccountId author, EventBody body, Instant at, Tick tick) {
        String text = body instanceof EventBody.Message message ? message.text() : "";
        return new ConversationRow.Last(author, nameOf(author), body.kind(), text, at, tick);
    }
}

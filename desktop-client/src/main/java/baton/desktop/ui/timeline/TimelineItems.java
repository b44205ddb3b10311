package baton.desktop.ui.timeline;

import baton.desktop.store.ConversationRow;
import baton.desktop.store.TimelineRow;
import baton.desktop.ui.common.ConversationNames;
import baton.desktop.ui.common.EventWords;
import baton.desktop.ui.common.Me;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Times;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Member;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes rows of the screen from rows of the store: day headers where the viewer's day changes,
/// the divider, bubbles grouped by author within five minutes. Pure.
final class TimelineItems {
    private static final Duration GROUP = Duration.ofMinutes(5);

    private final Texts texts;
    private final Times times;
    private final Me me;
    private final BubbleItems bubbles;
    private final EventWords events;

    TimelineItems(Texts texts, Times times, Me me) {
        this.texts = texts;
        this.times = times;
        this.me = me;
        this.bubbles = new BubbleItems(texts, times, me);
        this.events = new EventWords(texts);
    }

    /// @param readSeq decides what is spoken as "unread"
    List<TimelineItem> of(
            ConversationId id,
            TimelineWindow.Content content,
            UnreadDivider divider,
            long readSeq) {
        boolean withAuthor = id.kind() == ConversationId.Kind.GROUP;
        List<TimelineItem> items = new ArrayList<>();
        List<Line> lines = content.rows().stream().map(this::line).toList();
        Optional<LocalDate> day = Optional.empty();
        int dividerAt = dividerAt(content, lines, divider);
        Map<AccountId, String> names = names(content);
        floor(content).ifPresent(items::add);
        boolean first = true;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.hasTime() && !day.equals(Optional.of(times.day(line.at())))) {
                day = Optional.of(times.day(line.at()));
                items.add(
                        new TimelineItem.Day(
                                dayKey(items, day.get()), day.get(), times.dayHeader(day.get())));
                first = true;
            }
            if (i == dividerAt) {
                items.add(new TimelineItem.Divider(texts.format("timeline.new", divider.count())));
                first = true;
            }
            boolean last =
                    i + 1 == lines.size()
                            || i + 1 == dividerAt
                            || !continues(line, lines.get(i + 1));
            TimelineItem.Grouping grouping = new TimelineItem.Grouping(first, last, withAuthor);
            items.add(write(line, grouping, names, readSeq));
            first = last;
        }
        return items;
    }

    private static Map<AccountId, String> names(TimelineWindow.Content content) {
        return content.about().map(ConversationRow::members).orElse(List.of()).stream()
                .collect(
                        Collectors.toMap(
                                Member::account, ConversationNames::nameOf, (one, other) -> one));
    }

    /// Says why nothing older can be seen, if there is anything older.
    private Optional<TimelineItem> floor(TimelineWindow.Content content) {
        long floor = content.about().map(ConversationRow::floor).orElse(1L);
        if (floor <= 1 || !content.reachesFloor()) {
            return Optional.empty();
        }
        boolean joined =
                content.rows().stream()
                        .limit(1)
                        .anyMatch(row ->
                                row instanceof TimelineRow.Entry entry
                                        && entry.event().body()
                                                instanceof EventBody.Invited(AccountId who)
                                        && who.equals(me.account()));
        return Optional.of(
                new TimelineItem.Floor(
                        texts.get(joined ? "timeline.joined" : "timeline.retention")));
    }

    /// The row that the divider stands above: the first one beyond the mark that one did not write
    /// oneself. -1 for no divider: a window that begins below it must not show it at its own top.
    private int dividerAt(TimelineWindow.Content content, List<Line> lines, UnreadDivider divider) {
        boolean begins =
                content.reachesFloor()
                        || (!lines.isEmpty() && lines.getFirst().first() <= divider.after() + 1);
        if (!divider.isShown() || !begins) {
            return -1;
        }
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean ofOthers = !line.hasTime() || !line.author().equals(me.account());
            if (line.last() > divider.after() && ofOthers) {
                return i;
            }
        }
        return -1;
    }

    private static String dayKey(List<TimelineItem> items, LocalDate day) {
        // Relays' clocks may disagree by a little, and a day may come twice.
        String key = "day:" + day;
        long before = items.stream().filter(item -> item.key().startsWith(key)).count();
        return key + "#" + before;
    }

    private boolean continues(Line line, Line next) {
        return line.isMessage()
                && next.isMessage()
                && line.author().equals(next.author())
                && times.day(line.at()).equals(times.day(next.at()))
                && Duration.between(line.at(), next.at()).compareTo(GROUP) <= 0;
    }

    /// A row with what grouping needs to know of it.
    private record Line(
            TimelineRow row,
            long first,
            long last,
            AccountId author,
            Instant at,
            boolean isMessage) {
        boolean hasTime() {
            return !(row instanceof TimelineRow.Gap);
        }
    }

    private Line line(TimelineRow row) {
        return switch (row) {
            case TimelineRow.Entry entry -> line(entry);
            case TimelineRow.Gap(var hole) ->
                    new Line(row, hole.from(), hole.to(), me.account(), Instant.EPOCH, false);
            case TimelineRow.Pending pending ->
                    new Line(row, Long.MAX_VALUE, Long.MAX_VALUE, me.account(), pending.at(), true);
        };
    }

    private static Line line(TimelineRow.Entry entry) {
        Event event = entry.event();
        return new Line(
                entry,
                event.seq(),
                event.seq(),
                event.author(),
                event.at(),
                event.body().isCountable());
    }

    private TimelineItem write(
            Line line, TimelineItem.Grouping grouping, Map<AccountId, String> names, long readSeq) {
        return switch (line.row()) {
            case TimelineRow.Gap(var hole) ->
                    new TimelineItem.Gap(
                            hole.from(), hole.to(), texts.format("timeline.gap", hole.messages()));
            case TimelineRow.Entry entry when EventWords.isMessage(entry.event().body()) ->
                    bubbles.stored(entry, grouping, names, readSeq);
            case TimelineRow.Entry entry ->
                    new TimelineItem.Service(
                            entry.event().seq(), events.of(entry), times.exact(entry.event().at()));
            case TimelineRow.Pending pending -> bubbles.pending(pending, grouping);
        };
    }
}

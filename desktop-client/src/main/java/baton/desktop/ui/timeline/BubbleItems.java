package baton.desktop.ui.timeline;

import baton.desktop.store.Quote;
import baton.desktop.store.Tick;
import baton.desktop.store.TimelineRow;
import baton.desktop.ui.common.ConversationNames;
import baton.desktop.ui.common.Me;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Times;
import baton.desktop.ui.common.markup.Markup;
import baton.desktop.ui.notices.Notice;
import baton.model.AccountId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Folded;
import baton.model.Reaction;
import baton.model.Target;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes the bubbles of messages: what they say now, what they answer, who reacted. Pure.
final class BubbleItems {
    private final Texts texts;
    private final Times times;
    private final Me me;

    BubbleItems(Texts texts, Times times, Me me) {
        this.texts = texts;
        this.times = times;
        this.me = me;
    }

    /// @param names what to call the members
    /// @param readSeq decides what is spoken as "unread"
    TimelineItem.Bubble stored(
            TimelineRow.Entry entry,
            TimelineItem.Grouping grouping,
            Map<AccountId, String> names,
            long readSeq) {
        Event event = entry.event();
        TimelineItem.Words words = words(entry.folded());
        boolean unread = !entry.own() && !words.gone() && event.seq() > readSeq;
        String name = ConversationNames.nameOf(event.author(), entry.authorName());
        String clock = times.clock(event.at());
        String state = unread ? "unread" : spokenTick(entry.tick());
        TimelineItem.Answered answered = answered(entry.quote());
        List<TimelineItem.Chip> chips =
                entry.folded().reactions().stream().map(each -> chip(each, names)).toList();
        return new TimelineItem.Bubble(
                event.id(),
                new TimelineItem.Place(event.seq(), 0),
                new TimelineItem.Author(event.author().handle(), name, entry.own()),
                grouping,
                words,
                new TimelineItem.Stamp(clock, times.exact(event.at())),
                words.gone() ? Tick.NONE : entry.tick(),
                answered,
                chips,
                new TimelineItem.Note(spoken(name, clock, words, state) + spokenChips(chips), ""));
    }

    TimelineItem.Bubble pending(TimelineRow.Pending row, TimelineItem.Grouping grouping) {
        EventBody.Message body =
                row.body() instanceof EventBody.Message written
                        ? written
                        : new EventBody.Message("");
        TimelineItem.Words words =
                new TimelineItem.Words(body.text(), body.mentions(), false, false, false);
        String clock = times.clock(row.at());
        boolean failed = row.tick() == Tick.FAILED;
        return new TimelineItem.Bubble(
                row.id(),
                new TimelineItem.Place(Long.MAX_VALUE, row.clientSeq()),
                new TimelineItem.Author(me.account().handle(), me.name(), true),
                grouping,
                words,
                new TimelineItem.Stamp(clock, times.exact(row.at())),
                row.tick(),
                answered(row.quote()),
                List.of(),
                new TimelineItem.Note(
                        spoken(me.name(), clock, words, spokenTick(row.tick())),
                        failed ? Notice.of(row.code(), texts).brief(texts) : ""));
    }

    private TimelineItem.Words words(Folded folded) {
        return folded.gone()
                ? new TimelineItem.Words(
                        texts.get("timeline.recalled"), List.of(), false, false, true)
                : new TimelineItem.Words(
                        folded.text(),
                        folded.mentions(),
                        folded.mentions().contains(me.account()),
                        folded.edited(),
                        false);
    }

    private TimelineItem.Answered answered(Quote quote) {
        return switch (quote) {
            case Quote.None none -> TimelineItem.Answered.NONE;
            case Quote.Held(Target target, AccountId author, String name, String text) ->
                    new TimelineItem.Answered(
                            target,
                            author.handle(),
                            ConversationNames.nameOf(author, name),
                            Markup.line(text));
            case Quote.Recalled(Target target, AccountId author, String name) ->
                    new TimelineItem.Answered(
                            target,
                            author.handle(),
                            ConversationNames.nameOf(author, name),
                            texts.get("timeline.recalled"));
            case Quote.Absent(Target target) ->
                    new TimelineItem.Answered(
                            target, "", texts.get("timeline.quote"), texts.get("timeline.absent"));
        };
    }

    private TimelineItem.Chip chip(Reaction reaction, Map<AccountId, String> names) {
        boolean own = reaction.accounts().contains(me.account());
        String who =
                reaction.accounts().stream()
                        .map(account ->
                                account.equals(me.account())
                                        ? texts.get("timeline.you")
                                        : names.getOrDefault(account, "@" + account.handle()))
                        .collect(Collectors.joining(texts.get("conversations.people.comma")));
        return new TimelineItem.Chip(reaction.emoji(), reaction.accounts().size(), own, who);
    }

    private String spokenChips(List<TimelineItem.Chip> chips) {
        return chips.stream()
                .map(chip -> texts.format("timeline.row.reaction", chip.emoji(), chip.who()))
                .collect(Collectors.joining());
    }

    private String spoken(String name, String clock, TimelineItem.Words words, String state) {
        String plain = Markup.plain(words.text());
        String said = words.edited() ? texts.format("timeline.row.edited", plain) : plain;
        return texts.format(
                "timeline.row", name, clock, said, texts.get("timeline.state." + state));
    }

    private static String spokenTick(Tick tick) {
        return tick.name().toLowerCase(Locale.ROOT);
    }
}

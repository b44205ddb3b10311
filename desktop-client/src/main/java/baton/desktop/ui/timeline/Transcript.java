package baton.desktop.ui.timeline;

import baton.desktop.store.TimelineRow;
import baton.desktop.ui.common.ConversationNames;
import baton.desktop.ui.common.Me;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Times;
import baton.model.EventBody;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes messages as text to paste elsewhere: who, when and what, under the day. Pure.
final class Transcript {
    private final Texts texts;
    private final Times times;
    private final Me me;

    Transcript(Texts texts, Times times, Me me) {
        this.texts = texts;
        this.times = times;
        this.me = me;
    }

    /// What the text says of one message.
    ///
    /// @param words empty if it was recalled
    private record Line(String name, Instant at, Optional<String> words) {}

    /// A message alone is its own words; several are a line each, with a line for each day. A
    /// recalled one has a mark in place of its words.
    String of(List<TimelineRow> messages) {
        List<Line> lines = messages.stream().flatMap(row -> line(row).stream()).toList();
        if (lines.size() == 1 && lines.getFirst().words().isPresent()) {
            return lines.getFirst().words().get();
        }
        List<String> written = new ArrayList<>();
        Optional<LocalDate> day = Optional.empty();
        for (Line line : lines) {
            LocalDate its = times.day(line.at());
            if (!day.equals(Optional.of(its))) {
                day = Optional.of(its);
                written.add(times.date(its));
            }
            written.add(write(line));
        }
        return String.join("\n", written);
    }

    private String write(Line line) {
        String clock = times.clock(line.at());
        return line.words()
                .map(words -> texts.format("timeline.copied.line", line.name(), clock, words))
                .orElseGet(() -> texts.format("timeline.copied.recalled", line.name(), clock));
    }

    private Optional<Line> line(TimelineRow row) {
        return switch (row) {
            case TimelineRow.Entry entry ->
                    Optional.of(
                            new Line(
                                    ConversationNames.nameOf(
                                            entry.event().author(), entry.authorName()),
                                    entry.event().at(),
                                    entry.folded().gone()
                                            ? Optional.empty()
                                            : Optional.of(entry.folded().text())));
            case TimelineRow.Pending pending when pending.body() instanceof EventBody.Message m ->
                    Optional.of(new Line(me.name(), pending.at(), Optional.of(m.text())));
            case TimelineRow.Pending other -> Optional.empty();
            case TimelineRow.Gap gap -> Optional.empty();
        };
    }
}

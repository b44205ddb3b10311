package baton.desktop.ui.composer;

import baton.desktop.runtime.Hint;
import baton.desktop.runtime.Pin;
import baton.desktop.store.Tick;
import baton.desktop.store.TimelinePage;
import baton.desktop.store.TimelineRow;
import baton.desktop.ui.common.ConversationNames;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Reads;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.notices.Notice;
import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A reply that the relay did not take because its author could not know better: somebody wrote
/// meanwhile, or somebody else has the conversation now. Shows what was missed and what was meant
/// to be sent; the person decides. FX thread.
final class MissedViewModel {
    /// What was missed is read here, so no more than fits above a composer; the rest stands in the
    /// timeline.
    private static final int LINES_MAX = 4;

    private static final int ROWS_READ = 60;
    private static final Set<String> CODES =
            Set.of(Refusal.STALE_REPLY.code(), Refusal.CLAIM_LOST.code());

    /// @param clientSeq names the row of the outbox
    /// @param missed what others wrote meanwhile, oldest first
    /// @param newest seq of the newest of them; 0 for none
    record Refused(
            long clientSeq, String title, String text, List<Line> missed, long newest, int more) {
        static final Refused NONE = new Refused(0, "", "", List.of(), 0, 0);

        Refused {
            missed = List.copyOf(missed);
        }

        boolean isNone() {
            return clientSeq == 0;
        }
    }

    /// @param handle decides the colour of the author's name
    record Line(String handle, String author, String text) {}

    private final ConversationId id;
    private final UiContext context;
    private final ReadOnlyObjectWrapper<Refused> refused =
            new ReadOnlyObjectWrapper<>(Refused.NONE);

    MissedViewModel(ConversationId id, UiContext context) {
        this.id = id;
        this.context = context;
    }

    Pin open() {
        Pins pins = new Pins();
        Reads.Lane lane = context.reads().lane();
        pins.add(lane);
        pins.add(context.hints().listen(hint -> onHint(lane, hint)));
        read(lane);
        return pins;
    }

    private void onHint(Reads.Lane lane, Hint hint) {
        boolean mine =
                switch (hint) {
                    case Hint.Outbox outbox -> outbox.conversation().equals(id);
                    case Hint.Timeline timeline -> timeline.conversation().equals(id);
                    default -> false;
                };
        if (mine) {
            read(lane);
        }
    }

    private void read(Reads.Lane lane) {
        lane.read(
                () -> context.store().timelineUpTo(id, Long.MAX_VALUE, ROWS_READ),
                page -> refused.set(of(page)));
    }

    private Refused of(TimelinePage page) {
        Optional<TimelineRow.Pending> first =
                page.rows().stream()
                        .filter(row -> row instanceof TimelineRow.Pending)
                        .map(row -> (TimelineRow.Pending) row)
                        .filter(row -> row.tick() == Tick.FAILED && CODES.contains(row.code()))
                        .filter(row -> row.body() instanceof EventBody.Message)
                        .findFirst();
        return first.map(row -> of(row, page)).orElse(Refused.NONE);
    }

    private Refused of(TimelineRow.Pending row, TimelinePage page) {
        List<Line> missed = new ArrayList<>();
        long newest = 0;
        for (TimelineRow each : page.rows()) {
            if (each instanceof TimelineRow.Entry entry && isMissed(entry, row.seen())) {
                missed.add(
                        new Line(
                                entry.event().author().handle(),
                                ConversationNames.nameOf(
                                        entry.event().author(), entry.authorName()),
                                entry.folded().text()));
                newest = entry.event().seq();
            }
        }
        int more = Math.max(0, missed.size() - LINES_MAX);
        String text = row.body() instanceof EventBody.Message message ? message.text() : "";
        return new Refused(
                row.clientSeq(),
                Notice.of(row.code(), context.texts()).title(),
                text,
                missed.subList(more, missed.size()),
                newest,
                more);
    }

    private static boolean isMissed(TimelineRow.Entry entry, long seen) {
        return !entry.own()
                && entry.event().body().isCountable()
                && !entry.folded().gone()
                && entry.event().seq() > seen;
    }

    ReadOnlyObjectProperty<Refused> refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    /// The person has read what was missed and means it all the same.
    void sendAnyway() {
        Refused now = refused.get();
        if (!now.isNone()) {
            context.intents().retry(id, now.clientSeq(), now.newest());
        }
    }

    /// The text is dropped.
    void discard() {
        Refused now = refused.get();
        if (!now.isNone()) {
            context.intents().discard(id, now.clientSeq());
        }
    }
}

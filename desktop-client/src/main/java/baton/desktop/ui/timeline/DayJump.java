package baton.desktop.ui.timeline;

import baton.desktop.runtime.Hint;
import baton.desktop.runtime.Pin;
import baton.desktop.store.Since;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Reads;
import baton.desktop.ui.common.UiContext;
import baton.model.ConversationId;
import baton.model.Hole;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// Goes to the first message of a day in the open conversation, or the next one after. Where that
/// is not on this device it goes to the edge of what is missing and asks for the middle of it, then
/// for the middle of one half, until it has come upon the place: a few pages, however long the
/// history. Ends when the person goes elsewhere. FX thread.
final class DayJump {
    /// So many events are asked for at a time.
    private static final long PIECE = 50;

    private final ConversationId id;
    private final UiContext context;
    private final TimelineViewModel timeline;
    private final Reads.Lane lane;
    private Optional<Instant> wanted = Optional.empty();

    DayJump(ConversationId id, UiContext context, TimelineViewModel timeline) {
        this.id = id;
        this.context = context;
        this.timeline = timeline;
        this.lane = context.reads().lane();
    }

    Pin open() {
        Pins pins = new Pins();
        pins.add(lane);
        pins.add(context.hints().listen(this::onHint));
        return pins;
    }

    void to(LocalDate day) {
        wanted = Optional.of(context.times().beginning(day));
        seek();
    }

    private void onHint(Hint hint) {
        boolean news = hint instanceof Hint.Timeline about && about.conversation().equals(id);
        if (news && timeline.isSeeking()) {
            seek();
        }
    }

    private void seek() {
        wanted.ifPresent(
                moment -> lane.read(() -> context.store().since(id, moment), this::onPlace));
    }

    private void onPlace(Since place) {
        switch (place) {
            case Since.Here(var event) -> timeline.jump(event);
            case Since.Beyond beyond -> timeline.toEnd();
            case Since.Within(Hole hole) -> {
                timeline.seekAt(hole.from());
                Hole piece = middle(hole);
                context.intents().fill(id, piece.from(), piece.to());
            }
        }
    }

    /// What to ask for to know in which half to go on; a small hole as a whole.
    private static Hole middle(Hole hole) {
        long size = hole.to() - hole.from() + 1;
        if (size <= 2 * PIECE) {
            return hole;
        }
        long from = hole.from() + (size - PIECE) / 2;
        return new Hole(from, from + PIECE - 1, 0);
    }
}

package baton.desktop.ui.timeline;

import baton.desktop.ui.common.Popover;
import baton.desktop.ui.common.UiContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import javafx.scene.Node;

/// Asks for a day, and says as of when this device knows what was said. FX thread.
final class DayAsking {
    private final UiContext context;
    private final Popover popover = new Popover();

    DayAsking(UiContext context) {
        this.context = context;
    }

    /// @param day offered first
    /// @param near where to ask
    void show(LocalDate day, Node near, Consumer<LocalDate> chosen) {
        DayCard card =
                new DayCard(
                        context.texts(),
                        context.times(),
                        day,
                        note(),
                        date -> {
                            popover.hide();
                            chosen.accept(date);
                        });
        popover.show(near, card, card.current());
    }

    private String note() {
        Instant at = context.hints().status().currentAsOf();
        return at.equals(Instant.EPOCH)
                ? context.texts().get("timeline.day.never")
                : context.texts().format("timeline.day.as-of", context.times().sentence(at));
    }
}

package baton.desktop.ui.common;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// Whether somebody sits before this window: it has the focus, and a key or the mouse was touched
/// within the last minute. A message that is shown to an empty chair is not read. FX thread.
public final class Attention {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BooleanProperty focused = new SimpleBooleanProperty();
    private final ReadOnlyLongWrapper arrivals = new ReadOnlyLongWrapper();
    private final InstantSource clock;
    private Instant lastInput = Instant.EPOCH;

    public Attention(InstantSource clock) {
        this.clock = clock;
    }

    public BooleanProperty focusedProperty() {
        return focused;
    }

    /// A key was pressed or the mouse was used.
    public void touch() {
        boolean wasAway = !isPresent();
        lastInput = clock.instant();
        if (wasAway && isPresent()) {
            arrivals.set(arrivals.get() + 1);
        }
    }

    /// Rises whenever somebody comes back to a window that already has the focus: what is in sight
    /// then is read without being moved.
    public ReadOnlyLongProperty arrivalsProperty() {
        return arrivals.getReadOnlyProperty();
    }

    public boolean isPresent() {
        return focused.get() && lastInput.plus(PATIENCE).isAfter(clock.instant());
    }
}

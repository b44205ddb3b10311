package baton.desktop.ui.common;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// Whether somebody sits before this window: it has the focus, and a key or the mouse was touched
/// within the last minute. A message that is shown to an empty chair is not read. FX thread.
public final class Attention {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BooleanProperty focused = new SimpleBooleanProperty();
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
        lastInput = clock.instant();
    }

    public boolean isPresent() {
        return focused.get() && lastInput.plus(PATIENCE).isAfter(clock.instant());
    }
}

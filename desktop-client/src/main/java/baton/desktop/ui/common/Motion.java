package baton.desktop.ui.common;

import baton.desktop.runtime.Pin;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;

/// Whether anything in a window may move by itself. The system says so unless a person chose; the
/// stylesheets ask by `prefers-reduced-motion`. One per window, FX thread.
public final class Motion {
    private static final String REDUCED = "reduced";
    private static final String FULL = "full";

    /// Whether a person wants less of it; empty follows the system.
    private final ObjectProperty<Optional<Boolean>> choice =
            new SimpleObjectProperty<>(Optional.empty());

    private final ObservableValue<Boolean> reduced = choice.flatMap(Motion::reducedBy);

    private static ObservableValue<Boolean> reducedBy(Optional<Boolean> choice) {
        return choice.<ObservableValue<Boolean>>map(SimpleObjectProperty::new)
                .orElseGet(() -> Platform.getPreferences().reducedMotionProperty());
    }

    /// Whether there is less of it now: the choice, or what the system says.
    public ObservableValue<Boolean> reduced() {
        return reduced;
    }

    /// What a person chose; the system does not count any more.
    public void choose(boolean isReduced) {
        choice.set(Optional.of(isReduced));
    }

    /// @param words what [#words] gave once; anything else follows the system
    public void set(String words) {
        choice.set(
                switch (words) {
                    case REDUCED -> Optional.of(true);
                    case FULL -> Optional.of(false);
                    default -> Optional.empty();
                });
    }

    /// The choice as it is kept; empty follows the system.
    public String words() {
        return choice.get().map(reduced -> reduced ? REDUCED : FULL).orElse("");
    }

    /// Holds for a scene until the pin is closed.
    Pin install(Scene scene) {
        Pins pins = new Pins();
        pins.listen(choice, (observed, was, now) -> apply(scene, now));
        apply(scene, choice.get());
        return pins;
    }

    private static void apply(Scene scene, Optional<Boolean> reduced) {
        scene.getPreferences().setReducedMotion(reduced.orElse(null));
    }
}

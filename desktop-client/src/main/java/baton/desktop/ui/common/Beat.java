package baton.desktop.ui.common;

import baton.desktop.runtime.Pin;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.util.Duration;

/// Calls again and again while a value is true, and costs nothing while it is false. FX thread.
public final class Beat {
    private final Timeline timeline;
    private final ObservableBooleanValue wanted;
    private boolean open;

    public Beat(Duration period, ObservableBooleanValue wanted, Runnable task) {
        // Few frames a second are enough for a text; the default is one per pulse.
        timeline = new Timeline(8, new KeyFrame(period, event -> task.run()));
        timeline.setCycleCount(Animation.INDEFINITE);
        this.wanted = wanted;
        wanted.addListener((observed, before, now) -> follow());
    }

    public void open() {
        open = true;
        follow();
    }

    public void close() {
        open = false;
        follow();
    }

    /// Calls until the pin is closed.
    public static Pin often(Duration period, Runnable task) {
        Beat beat = new Beat(period, new SimpleBooleanProperty(true), task);
        beat.open();
        return beat::close;
    }

    private void follow() {
        if (open && wanted.get()) {
            timeline.play();
        } else {
            timeline.stop();
        }
    }
}

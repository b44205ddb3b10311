package baton.desktop.ui.status;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableBooleanValue;
import javafx.util.Duration;

/// Calls again and again while a value is true, and costs nothing while it is false. FX thread.
final class Beat {
    private final Timeline timeline;
    private final ObservableBooleanValue wanted;
    private boolean open;

    Beat(Duration period, ObservableBooleanValue wanted, Runnable task) {
        // Few frames a second are enough for a text; the default is one per pulse.
        timeline = new Timeline(8, new KeyFrame(period, event -> task.run()));
        timeline.setCycleCount(Animation.INDEFINITE);
        this.wanted = wanted;
        wanted.addListener((observed, before, now) -> follow());
    }

    void open() {
        open = true;
        follow();
    }

    void close() {
        open = false;
        follow();
    }

    private void follow() {
        if (open && wanted.get()) {
            timeline.play();
        } else {
            timeline.stop();
        }
    }
}

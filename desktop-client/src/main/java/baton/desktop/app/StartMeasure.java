package baton.desktop.app;

import baton.model.Allowed;
import java.time.Duration;
import java.time.Instant;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Says how long the program took until its window was drawn, and ends it: to measure a start, and
/// to let the packages note what a start loads. FX thread.
@Allowed("prints the one line that it was started for, and reads the clock for it")
final class StartMeasure extends AnimationTimer {
    /// The first pulse after the window is there draws it; in the next one it has been drawn.
    private static final int PULSES = 2;

    private int pulses;

    @Override
    public void handle(long now) {
        pulses++;
        if (pulses == PULSES) {
            stop();
            System.out.println("first window after " + sinceStart().toMillis() + " ms");
            Platform.exit();
        }
    }

    private static Duration sinceStart() {
        Instant now = Instant.now();
        return Duration.between(ProcessHandle.current().info().startInstant().orElse(now), now);
    }
}

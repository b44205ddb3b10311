package baton.desktop.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.ui.FxDriver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class UiThreadTest {
    private static final int ENOUGH = 200_000;

    private final UiThread ui = new UiThread();
    private final AtomicInteger frames = new AtomicInteger();
    private final AtomicInteger rounds = new AtomicInteger();

    @BeforeAll
    static void start() {
        FxDriver.start();
    }

    @Test
    void tasksRunInTheirOrder() {
        List<Integer> seen = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 100; i++) {
            int number = i;
            ui.execute(() -> seen.add(number));
        }
        FxDriver.until("all ran", () -> seen.size() == 100);
        assertEquals(seen.stream().sorted().toList(), seen);
    }

    @Test
    void tasksThatBringTasksLeaveRoomForFrames() {
        AnimationTimer timer = FxDriver.fx(this::counting);
        ui.execute(this::again);
        FxDriver.until("it ends", () -> rounds.get() >= ENOUGH || frames.get() >= 3);
        FxDriver.run(timer::stop);
        assertTrue(frames.get() >= 3, "no frame was drawn in " + rounds + " rounds");
    }

    private AnimationTimer counting() {
        AnimationTimer timer =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        frames.incrementAndGet();
                    }
                };
        timer.start();
        return timer;
    }

    private void again() {
        if (rounds.incrementAndGet() < ENOUGH && frames.get() < 3) {
            ui.execute(this::again);
        }
    }
}

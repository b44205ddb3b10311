package baton.desktop.demo;

import baton.desktop.app.ExampleProgram;
import baton.desktop.ui.common.UiThread;
import baton.model.Allowed;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The demo on a screen: the windows of the devices, the stage below them, people who talk, and the
/// proof once a second, until the windows are closed. One thread.
@Allowed("tells whoever started it what goes on")
final class Live {
    private static final Logger LOG = LoggerFactory.getLogger(Live.class);

    /// What its panes need at least; on a screen of less than three of them the windows overlap.
    private static final double WINDOW_MIN = 568;

    private final Wings wings;
    private final Cast cast;
    private final Director director;
    private final Ledger ledger;
    private final Show.Look look;
    private final UiThread ui = new UiThread();

    Live(Wings wings, Cast cast, Director director, Ledger ledger, Show.Look look) {
        this.wings = wings;
        this.cast = cast;
        this.director = director;
        this.ledger = ledger;
        this.look = look;
    }

    private record Windows(Show show, StageWindow stage) {
        void close() {
            show.close();
            stage.close();
        }
    }

    void play() {
        CountDownLatch closed = new CountDownLatch(1);
        try (Talk talk = new Talk(director);
                ScheduledExecutorService proof =
                        Executors.newSingleThreadScheduledExecutor(
                                Thread.ofPlatform().daemon().name("proof").factory())) {
            Windows windows = Fx.call(ui, () -> open(talk, closed::countDown));
            ui.execute(() -> windows.show().openEverywhere(director.conversationOf(Script.OUTAGE)));
            System.out.println(ExampleProgram.READY);
            talk.begin();
            Prover prover = new Prover(cast.players(), ledger, wings.relay()::isRunning);
            var _ =
                    proof.scheduleWithFixedDelay(
                            () -> prove(prover, windows.stage()), 1, 1, TimeUnit.SECONDS);
            closed.await();
            proof.shutdownNow();
            Fx.run(ui, windows::close);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void prove(Prover prover, StageWindow stage) {
        try {
            stage.show(prover.prove());
        } catch (RuntimeException e) {
            // The pool would say nothing of it, and never look again.
            LOG.error("The devices could not be compared", e);
        }
    }

    private Windows open(Talk talk, Runnable closed) {
        Rectangle2D area = Screen.getPrimary().getVisualBounds();
        double above = area.getHeight() - StageWindow.HEIGHT;
        AtomicReference<Runnable> typed = new AtomicReference<>(() -> {});
        Show show =
                new Show(
                        cast.onStage(),
                        Show.sideBySide(
                                3,
                                new Rectangle2D(
                                        area.getMinX(), area.getMinY(), area.getWidth(), above),
                                WINDOW_MIN),
                        look,
                        new Show.Cues(() -> typed.get().run(), closed));
        AtomicReference<StageWindow> told = new AtomicReference<>();
        StageWindow stage =
                new StageWindow(
                        cast.onStage(),
                        wings.doors(cast, talk, state -> told.get().show(state)),
                        look);
        told.set(stage);
        typed.set(() -> stage.viewModel().talk(false));
        stage.showAt(
                new Rectangle2D(
                        area.getMinX(),
                        area.getMinY() + above,
                        area.getWidth(),
                        StageWindow.HEIGHT));
        return new Windows(show, stage);
    }
}

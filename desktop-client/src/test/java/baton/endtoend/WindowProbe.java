package baton.endtoend;

import baton.desktop.app.DesktopMain;
import baton.model.Allowed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.control.ListView;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import javafx.stage.Window;

/// The desktop program, watched from within: prints figures, one a line, and ends. Nothing of the
/// program is replaced; it is worked as a person would, by choosing and scrolling.
@Allowed("prints figures to whoever started it")
final class WindowProbe {
    /// Begins a line with a figure; name and words follow, each after [#BETWEEN].
    static final String FIGURE = "figure";

    static final String BETWEEN = "\t";

    /// Asks for messages at an even pace.
    static final String TALK = "talk";

    private static final int SWITCHES = 40;
    private static final double READING = -60;
    private static final double FLINGING = -900;
    private static final Duration SETTLING = Duration.ofSeconds(3);
    private static final long PATIENCE_NANOS = Duration.ofMinutes(2).toNanos();

    private final Instant begun =
            ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH);
    private final Duration stretch;

    private WindowProbe(Duration stretch) {
        this.stretch = stretch;
    }

    /// @param arguments data folder, profile, seconds of each stretch
    public static void main(String[] arguments) {
        WindowProbe probe = new WindowProbe(Duration.ofSeconds(Long.parseLong(arguments[2])));
        Thread.ofPlatform().daemon().name("probe").start(probe::watch);
        DesktopMain.main(
                new String[] {
                    "--data-dir",
                    arguments[0],
                    "--profile",
                    arguments[1],
                    "--theme",
                    "light",
                    "--lang",
                    "en"
                });
    }

    private void watch() {
        try {
            measure();
            System.out.flush();
            Runtime.getRuntime().halt(0);
        } catch (RuntimeException | AssertionError e) {
            System.err.println("measuring failed: " + e);
            Runtime.getRuntime().halt(1);
        }
    }

    private void measure() {
        until("the first window", () -> stages() > 0);
        nextFrame();
        tell("first window after", sinceBegin());
        until("the list of conversations", () -> !list(".conversations").getItems().isEmpty());
        nextFrame();
        tell("usable after", sinceBegin());
        switchConversations();
        choose(0);
        rest();
        tell("resident memory", memory());
        scroll("scrolling as one reads", READING);
        scroll("flinging", FLINGING);
        fx(() -> {
            list(".timeline").scrollTo(list(".timeline").getItems().size() - 1);
            return true;
        });
        rest();
        say(TALK);
        tell("500 messages a second arrive", frames(() -> {}));
        tell("resident memory in the end", memory());
        settle();
        tell("processor when nothing happens", idle());
    }

    private static int stages() {
        return (int)
                Window.getWindows().stream()
                        .filter(window -> window instanceof Stage && window.isShowing())
                        .count();
    }

    private static ListView<?> list(String pane) {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Stage && window.isShowing())
                .map(window -> window.getScene().lookup(pane + " .list-view"))
                .filter(Objects::nonNull)
                .map(node -> (ListView<?>) node)
                .findFirst()
                .orElseGet(ListView::new);
    }

    private String sinceBegin() {
        return Duration.between(begun, Instant.now()).toMillis() + " ms";
    }

    /// Opens conversations by turns, each from the choice to the frame that shows its messages.
    private static void switchConversations() {
        List<Double> millis = new ArrayList<>();
        int some = Math.min(SWITCHES, fx(() -> list(".conversations").getItems().size()));
        for (int i = 1; i < some; i++) {
            millis.add(choose(i));
        }
        List<Double> sorted = millis.stream().sorted().toList();
        tell(
                "opening a conversation",
                String.format(
                        Locale.ROOT,
                        "median %.0f ms, longest %.0f",
                        sorted.get(sorted.size() / 2),
                        sorted.getLast()));
    }

    private static double choose(int index) {
        Object before = fx(() -> list(".timeline").getItems());
        long start = System.nanoTime();
        fx(() -> {
            list(".conversations").getSelectionModel().clearAndSelect(index);
            return true;
        });
        until(
                "messages of conversation " + index,
                () -> {
                    ListView<?> timeline = list(".timeline");
                    return isAnother(timeline.getItems(), before) && !timeline.getItems().isEmpty();
                });
        nextFrame();
        return (System.nanoTime() - start) / 1e6;
    }

    /// Two conversations may hold equal rows, so the lists themselves are compared.
    @SuppressWarnings("ReferenceEquality")
    private static boolean isAnother(Object one, Object other) {
        return one != other;
    }

    private void scroll(String name, double by) {
        fx(() -> {
            list(".timeline").scrollTo(list(".timeline").getItems().size() - 1);
            return true;
        });
        rest();
        tell(name, frames(() -> scroll(-by)));
    }

    /// As a wheel does it, in the middle of the messages.
    private static void scroll(double by) {
        ListView<?> list = list(".timeline");
        double x = list.getWidth() / 2;
        double y = list.getHeight() / 2;
        Event.fireEvent(
                list.lookup(".list-cell"),
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        x,
                        y,
                        x,
                        y,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        0,
                        by,
                        0,
                        by,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        new PickResult(list, x, y)));
    }

    private String frames(Runnable each) {
        Frames frames = new Frames(each);
        fx(() -> {
            frames.start();
            return true;
        });
        LockSupport.parkNanos(stretch.toNanos());
        return fx(() -> {
            frames.stop();
            return frames.words();
        });
    }

    private static String memory() {
        Path status = Path.of("/proc/self/status");
        try {
            return Files.exists(status)
                    ? Files.readAllLines(status).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024 + " MB")
                            .findFirst()
                            .orElse("not told")
                    : "not told by this system";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String idle() {
        Duration before = used();
        long start = System.nanoTime();
        LockSupport.parkNanos(stretch.toNanos());
        double share = (double) used().minus(before).toNanos() / (System.nanoTime() - start);
        return String.format(Locale.ROOT, "%.1f %% of one core", 100 * share);
    }

    private static Duration used() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// Waits until no more messages come; on a busy machine their sender lags behind.
    private static void settle() {
        Object before = "";
        Object last = lastRow();
        while (!last.equals(before)) {
            rest();
            before = last;
            last = lastRow();
        }
    }

    private static Object lastRow() {
        return fx(() -> (Object) list(".timeline").getItems().getLast());
    }

    private static void rest() {
        LockSupport.parkNanos(SETTLING.toNanos());
    }

    /// Waits until what was changed so far has been drawn.
    private static void nextFrame() {
        for (int i = 0; i < 2; i++) {
            FutureTask<Boolean> drawn = new FutureTask<>(() -> true);
            fx(() -> {
                once(drawn).start();
                return true;
            });
            get(drawn);
        }
    }

    private static AnimationTimer once(Runnable task) {
        return new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                task.run();
            }
        };
    }

    private static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!fx(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never: " + what);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static <T> T fx(Callable<T> task) {
        FutureTask<T> future = new FutureTask<>(task);
        boolean asked = false;
        while (!asked) {
            try {
                Platform.runLater(future);
                asked = true;
            } catch (IllegalStateException e) {
                // The toolkit is not there yet.
                LockSupport.parkNanos(1_000_000);
            }
        }
        return get(future);
    }

    private static <T> T get(FutureTask<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static void tell(String name, String words) {
        say(FIGURE + BETWEEN + name + BETWEEN + words);
    }

    private static void say(String line) {
        System.out.println(line);
    }
}

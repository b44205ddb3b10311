package baton.desktop.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.robot.Robot;
import javafx.stage.PopupWindow;
import javax.imageio.ImageIO;

/// Works a window as a person does, through JavaFX's own robot: a click in two milliseconds. Called
/// from the test's thread; every step runs on the FX thread and has been drawn when it returns.
public final class FxDriver {
    static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final AtomicBoolean STARTED = new AtomicBoolean();

    private FxDriver() {}

    /// Starts the toolkit once for all tests of the process.
    public static void start() {
        if (STARTED.compareAndSet(false, true)) {
            CountDownLatch ready = new CountDownLatch(1);
            Platform.startup(ready::countDown);
            Platform.setImplicitExit(false);
            await(ready);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the toolkit did not answer");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Runs something on the FX thread and answers its result.
    public static <T> T fx(Callable<T> task) {
        FutureTask<T> future = new FutureTask<>(task);
        if (Platform.isFxApplicationThread()) {
            future.run();
        } else {
            Platform.runLater(future);
        }
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    public static void run(Runnable task) {
        fx(() -> {
            task.run();
            return true;
        });
    }

    /// Waits until everything asked for so far was laid out and drawn.
    public static void pulse() {
        for (int i = 0; i < 2; i++) {
            CountDownLatch drawn = new CountDownLatch(1);
            run(() -> {
                javafx.animation.AnimationTimer timer =
                        new javafx.animation.AnimationTimer() {
                            @Override
                            public void handle(long now) {
                                stop();
                                drawn.countDown();
                            }
                        };
                timer.start();
            });
            await(drawn);
        }
        run(() -> {});
    }

    /// Waits for a condition of the FX thread.
    ///
    /// @throws AssertionError with the description if it does not come true
    public static void until(String description, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!fx(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never: " + description);
            }
            pulse();
        }
    }

    public static void press(KeyCode... keys) {
        run(() -> {
            Robot robot = new Robot();
            for (KeyCode key : keys) {
                robot.keyPress(key);
            }
            for (int i = keys.length - 1; i >= 0; i--) {
                robot.keyRelease(keys[i]);
            }
        });
        pulse();
    }

    public static void type(String text) {
        run(() -> {
            Robot robot = new Robot();
            for (int i = 0; i < text.length(); i++) {
                char letter = text.charAt(i);
                KeyCode code =
                        letter == ' '
                                ? KeyCode.SPACE
                                : KeyCode.getKeyCode(
                                        String.valueOf(letter).toUpperCase(java.util.Locale.ROOT));
                robot.keyType(code);
            }
        });
        pulse();
    }

    public static void moveTo(Node node) {
        run(() -> new Robot().mouseMove(centreOf(node)));
        pulse();
    }

    public static void click(Node node) {
        // What has just become visible has its place after the next layout only.
        pulse();
        run(() -> {
            Robot robot = new Robot();
            robot.mouseMove(centreOf(node));
            robot.mouseClick(MouseButton.PRIMARY);
        });
        pulse();
    }

    /// Clicks while Ctrl or Shift is held, which the robot of the headless platform does not tell.
    ///
    /// @param held [KeyCode#CONTROL] or [KeyCode#SHIFT]
    public static void click(Node node, KeyCode held) {
        boolean shift = held == KeyCode.SHIFT;
        run(() -> {
            Point2D at = node.localToScene(centre(node.getBoundsInLocal()));
            for (EventType<MouseEvent> type :
                    List.of(
                            MouseEvent.MOUSE_PRESSED,
                            MouseEvent.MOUSE_RELEASED,
                            MouseEvent.MOUSE_CLICKED)) {
                PickResult picked = new PickResult(node, at.getX(), at.getY());
                Event.fireEvent(
                        node,
                        new MouseEvent(
                                type,
                                at.getX(),
                                at.getY(),
                                0,
                                0,
                                MouseButton.PRIMARY,
                                1,
                                shift,
                                !shift,
                                false,
                                false,
                                true,
                                false,
                                false,
                                true,
                                false,
                                true,
                                picked));
            }
        });
        pulse();
    }

    private static Point2D centre(Bounds bounds) {
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    private static Point2D centreOf(Node node) {
        Bounds bounds = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    private static WritableImage snapshot(Scene scene) {
        return scene.snapshot(new WritableImage((int) scene.getWidth(), (int) scene.getHeight()));
    }

    private static void drawOver(WritableImage below, Scene scene, javafx.stage.Window popup) {
        Scene above = popup.getScene();
        above.setFill(javafx.scene.paint.Color.TRANSPARENT);
        WritableImage image = snapshot(above);
        double left = popup.getX() - scene.getWindow().getX() - scene.getX();
        double top = popup.getY() - scene.getWindow().getY() - scene.getY();
        for (int y = 0; y < (int) image.getHeight(); y++) {
            for (int x = 0; x < (int) image.getWidth(); x++) {
                int toX = (int) left + x;
                int toY = (int) top + y;
                boolean inside =
                        toX >= 0 && toY >= 0 && toX < below.getWidth() && toY < below.getHeight();
                if (inside) {
                    blend(below, toX, toY, image.getPixelReader().getColor(x, y));
                }
            }
        }
    }

    private static void blend(WritableImage below, int x, int y, javafx.scene.paint.Color above) {
        javafx.scene.paint.Color ground = below.getPixelReader().getColor(x, y);
        javafx.scene.paint.Color opaque =
                javafx.scene.paint.Color.color(above.getRed(), above.getGreen(), above.getBlue());
        below.getPixelWriter().setColor(x, y, ground.interpolate(opaque, above.getOpacity()));
    }

    /// Presses the secondary button over a node.
    public static void rightClick(Node node) {
        run(() -> {
            Robot robot = new Robot();
            robot.mouseMove(centreOf(node));
            robot.mouseClick(MouseButton.SECONDARY);
        });
        pulse();
    }

    /// Whether a node and all around it are visible and it lies inside its scene. FX thread.
    public static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        Scene scene = node.getScene();
        Bounds bounds = node.localToScene(node.getBoundsInLocal());
        return scene != null
                && bounds.getMinY() >= 0
                && bounds.getMaxY() <= scene.getHeight()
                && bounds.getMinX() >= 0
                && bounds.getMaxX() <= scene.getWidth();
    }

    /// A caret blinks, and no two pictures would be the same.
    private static void showCarets(Scene scene, boolean shown) {
        scene.getRoot()
                .lookupAll(".text-input")
                .forEach(node -> node.setStyle(shown ? "" : "-fx-display-caret: false"));
    }

    /// Draws a scene into a file, with the menus and cards that are open above it.
    public static void picture(Scene scene, Path file) {
        WritableImage image =
                fx(() -> {
                    showCarets(scene, false);
                    WritableImage drawn = snapshot(scene);
                    showCarets(scene, true);
                    javafx.stage.Window.getWindows().stream()
                            .filter(window -> window instanceof PopupWindow && window.isShowing())
                            .forEach(window -> drawOver(drawn, scene, window));
                    return drawn;
                });
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            java.nio.file.Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

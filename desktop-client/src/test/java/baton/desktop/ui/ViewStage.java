package baton.desktop.ui;

import baton.desktop.runtime.Pin;
import baton.desktop.ui.common.Overlay;
import baton.desktop.ui.common.Theme;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.UiThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// A window that shows one view of a [SampleDevice], with an overlay for its dialogs.
public final class ViewStage implements AutoCloseable {
    /// What the headless screen can show; above its own height it throws at every frame.
    private static final Dimension2D LARGEST = new Dimension2D(1280, 960);

    private static final double NATURAL = 100;

    private final Stage stage;
    private final Overlay overlay;
    private final Pin dressed;

    private ViewStage(Stage stage, Overlay overlay, Pin dressed) {
        this.stage = stage;
        this.overlay = overlay;
        this.dressed = dressed;
    }

    /// The device's context, read on the FX thread.
    public static UiContext context(SampleDevice device, String language, Theme.Choice look) {
        FxDriver.start();
        return FxDriver.fx(() ->
                SampleWindow.context(
                        device,
                        language,
                        look,
                        Runnable::run,
                        new UiThread(),
                        target -> {
                            throw new AssertionError("no test opens a browser");
                        }));
    }

    /// A window's size where everything in it is drawn larger, as far as the screen allows. FX
    /// thread.
    static Dimension2D magnified(Theme theme, double width, double height) {
        double factor = theme.zoom().percentProperty().get() / NATURAL;
        return new Dimension2D(
                Math.min(width * factor, LARGEST.getWidth()),
                Math.min(height * factor, LARGEST.getHeight()));
    }

    /// @param width of the window in natural size
    /// @param content made on the FX thread
    public static ViewStage show(
            Theme theme, double width, double height, Function<Overlay, Parent> content) {
        ViewStage window =
                FxDriver.fx(() -> {
                    StackPane room = new StackPane();
                    Overlay overlay = new Overlay(room);
                    Dimension2D size = magnified(theme, width, height);
                    Scene scene = new Scene(overlay, size.getWidth(), size.getHeight());
                    Pin dressed = theme.install(scene);
                    Stage stage = new Stage();
                    stage.setScene(scene);
                    room.getChildren().add(content.apply(overlay));
                    stage.show();
                    return new ViewStage(stage, overlay, dressed);
                });
        FxDriver.pulse();
        return window;
    }

    public Scene scene() {
        return stage.getScene();
    }

    public Overlay overlay() {
        return overlay;
    }

    /// The node of an `fx:id`.
    public <T extends Node> T node(String id, Class<T> type) {
        return FxDriver.fx(() -> type.cast(Objects.requireNonNull(scene().lookup("#" + id), id)));
    }

    /// Labels that a person sees and that do not fit.
    public List<String> cutLabels() {
        return FxDriver.fx(() ->
                labels(scene().getRoot()).stream()
                        .filter(Label::isTextTruncated)
                        .map(Label::getText)
                        .toList());
    }

    private static List<Label> labels(Node node) {
        List<Label> found = new ArrayList<>();
        if (!node.isVisible()) {
            return found;
        }
        if (node instanceof Label label) {
            found.add(label);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(labels(child)));
        }
        return found;
    }

    @Override
    public void close() {
        FxDriver.run(() -> {
            stage.close();
            dressed.close();
        });
    }
}

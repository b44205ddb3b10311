package baton.desktop.ui.common;

import baton.desktop.runtime.Pin;
import java.util.List;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/// How large everything in a window is: text, icons, gaps, menus and tooltips alike. A view knows
/// nothing of it; it gets less room the larger it is drawn. One per window, FX thread.
public final class Zoom {

    /// Percent, in the order that a person goes through them.
    public static final List<Integer> STEPS = List.of(80, 90, 100, 110, 125, 150, 175, 200);

    private static final int NATURAL = 100;

    private final IntegerProperty percent = new SimpleIntegerProperty(NATURAL);

    /// How many of the window's own pixels a view's pixel takes.
    private final DoubleBinding factor = percent.divide((double) NATURAL);

    /// One of [#STEPS].
    public IntegerProperty percentProperty() {
        return percent;
    }

    /// @param words what was kept of a percentage; anything that is no step is the natural size
    public void set(String words) {
        percent.set(
                STEPS.stream()
                        .filter(step -> step.toString().equals(words))
                        .findFirst()
                        .orElse(NATURAL));
    }

    /// Goes to a neighbouring step, if there is one.
    ///
    /// @param by 1 is larger, -1 is smaller
    public void step(int by) {
        int next = STEPS.indexOf(percent.get()) + by;
        percent.set(STEPS.get(Math.clamp(next, 0, STEPS.size() - 1)));
    }

    public void reset() {
        percent.set(NATURAL);
    }

    /// Draws what a scene holds, and every popup above its window, at this size until the pin is
    /// closed.
    Pin install(Scene scene) {
        Parent content = scene.getRoot();
        scene.setRoot(new Region());
        content.getStyleClass().remove("root");
        Magnified magnified = new Magnified(content);
        scene.setRoot(magnified);
        Pins pins = new Pins();
        pins.listen(factor, (observed, was, now) -> magnified.requestLayout());
        ListChangeListener<Window> popups =
                change -> {
                    while (change.next()) {
                        change.getAddedSubList().forEach(window -> magnify(window, scene));
                    }
                };
        Window.getWindows().addListener(popups);
        pins.add(() -> Window.getWindows().removeListener(popups));
        return pins;
    }

    private void magnify(Window window, Scene scene) {
        if (window instanceof PopupWindow popup
                && isAbove(popup, scene)
                && popup.getScene().getRoot() instanceof Pane room
                && room.getChildren().stream().noneMatch(Group.class::isInstance)) {
            magnify(room);
        }
    }

    /// A group is as large as its content is drawn, so that a popup is placed by what one sees.
    private void magnify(Pane room) {
        List<Node> content = List.copyOf(room.getChildren());
        room.getChildren().clear();
        content.forEach(node -> node.getTransforms().add(scale()));
        room.getChildren().add(new Group(content));
    }

    private static boolean isAbove(PopupWindow popup, Scene scene) {
        Window owner = popup.getOwnerWindow();
        while (owner instanceof PopupWindow below) {
            owner = below.getOwnerWindow();
        }
        return owner != null && scene.equals(owner.getScene());
    }

    private Scale scale() {
        Scale scale = new Scale(1, 1, 0, 0);
        scale.xProperty().bind(factor);
        scale.yProperty().bind(factor);
        return scale;
    }

    /// Gives its content all its room, in the content's own pixels.
    private final class Magnified extends Region {
        private final Node content;

        private Magnified(Node content) {
            this.content = content;
            content.getTransforms().add(scale());
            getChildren().add(content);
        }

        @Override
        protected void layoutChildren() {
            content.resizeRelocate(0, 0, getWidth() / factor.get(), getHeight() / factor.get());
        }

        @Override
        protected double computePrefWidth(double height) {
            return content.prefWidth(unscaled(height)) * factor.get();
        }

        @Override
        protected double computePrefHeight(double width) {
            return content.prefHeight(unscaled(width)) * factor.get();
        }

        private double unscaled(double length) {
            return length < 0 ? length : length / factor.get();
        }
    }
}

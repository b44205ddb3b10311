package baton.desktop.ui.common;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;

/// A small card beside a node, above everything. It closes by itself when a person looks elsewhere
/// or presses Esc. FX thread.
public final class Popover {
    private static final double GAP = 4;

    private final Popup popup = new Popup();
    private final StackPane card = new StackPane();

    public Popover() {
        card.getStyleClass().add("popover");
        popup.getContent().add(card);
        popup.setAutoHide(true);
        popup.setAutoFix(true);
        popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_LEFT);
        card.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        event.consume();
                        hide();
                    }
                });
    }

    /// Shows it below a node; the system moves it back onto the screen if need be.
    ///
    /// @param first gets the focus
    public void show(Node near, Node content, Node first) {
        card.getChildren().setAll(content);
        Bounds place = near.localToScreen(near.getBoundsInLocal());
        popup.show(near, place.getMinX(), place.getMaxY() + GAP);
        first.requestFocus();
    }

    public void hide() {
        popup.hide();
    }

    public boolean isShowing() {
        return popup.isShowing();
    }

    /// Called each time it closes.
    public void onHidden(Runnable task) {
        popup.setOnHidden(event -> task.run());
    }
}

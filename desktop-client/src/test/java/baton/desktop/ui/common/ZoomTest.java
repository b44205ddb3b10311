package baton.desktop.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.ui.FxDriver;
import baton.desktop.ui.ViewStage;
import javafx.geometry.Bounds;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ZoomTest {
    private Theme theme;
    private Button button;
    private ViewStage stage;

    @BeforeEach
    void show() {
        FxDriver.start();
        theme = FxDriver.fx(() -> new Theme(Theme.Choice.LIGHT));
        button = FxDriver.fx(() -> new Button("Press"));
        stage = ViewStage.show(theme, 600, 400, overlay -> new StackPane(button));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private void zoom(int percent) {
        FxDriver.run(() -> theme.zoom().percentProperty().set(percent));
        FxDriver.pulse();
    }

    private Bounds drawn() {
        return FxDriver.fx(() -> button.localToScene(button.getLayoutBounds()));
    }

    @Test
    void everythingGrowsAndTheContentFillsTheWindow() {
        Bounds natural = drawn();
        zoom(200);
        Bounds large = drawn();
        assertEquals(2 * natural.getWidth(), large.getWidth(), 0.5);
        assertEquals(300, large.getCenterX(), 1, "still in the middle");
        FxDriver.run(() -> {
            assertEquals(300, stage.overlay().getWidth());
            assertEquals(200, stage.overlay().getHeight());
        });
    }

    @Test
    void aClickMeetsWhatIsDrawnThere() {
        boolean[] pressed = new boolean[1];
        FxDriver.run(() -> button.setOnAction(event -> pressed[0] = true));
        zoom(175);
        FxDriver.click(button);
        assertTrue(pressed[0]);
    }

    @Test
    void menusGrowWithTheirWindow() {
        double natural = menuWidth();
        zoom(150);
        assertEquals(1.5 * natural, menuWidth(), 2);
        zoom(100);
        assertEquals(natural, menuWidth(), 2);
    }

    private double menuWidth() {
        return FxDriver.fx(() -> {
            ContextMenu menu = new ContextMenu(new MenuItem("Mark as unread from here"));
            menu.show(button, Side.BOTTOM, 0, 0);
            double width = menu.getWidth();
            menu.hide();
            return width;
        });
    }

    @Test
    void popoversStandBelowTheirNodeAtAnySize() {
        zoom(150);
        Popover popover = FxDriver.fx(Popover::new);
        FxDriver.run(() -> popover.show(button, new Label("What it says"), button));
        FxDriver.pulse();
        FxDriver.run(() -> {
            PopupWindow card =
                    Window.getWindows().stream()
                            .filter(PopupWindow.class::isInstance)
                            .map(PopupWindow.class::cast)
                            .findFirst()
                            .orElseThrow();
            Bounds near = button.localToScreen(button.getLayoutBounds());
            assertEquals(near.getMaxY() + 4, card.getAnchorY(), 1);
            popover.hide();
        });
    }

    @Test
    void popupsThatStandOnALineStandOnItAtAnySize() {
        zoom(150);
        Label words = FxDriver.fx(() -> new Label("What it says"));
        Popup popup = FxDriver.fx(Popup::new);
        FxDriver.run(() -> {
            popup.getContent().add(words);
            popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_BOTTOM_LEFT);
            popup.show(button, 300, 300);
        });
        FxDriver.pulse();
        FxDriver.run(() -> {
            Bounds drawn = words.localToScreen(words.getLayoutBounds());
            assertEquals(300, drawn.getMaxY(), 1);
            assertEquals(300, drawn.getMinX(), 1);
            popup.hide();
        });
    }

    @Test
    void popupsOfAnotherWindowStayAsTheyAre() {
        double natural = menuWidth();
        Theme other = FxDriver.fx(() -> new Theme(Theme.Choice.LIGHT));
        try (ViewStage beside = ViewStage.show(other, 200, 200, overlay -> new StackPane())) {
            FxDriver.run(() -> other.zoom().percentProperty().set(200));
            FxDriver.pulse();
            assertEquals(natural, menuWidth());
        }
    }

    @Test
    void stepsEndAtTheirEnds() {
        Zoom zoom = new Zoom();
        zoom.step(1);
        assertEquals(110, zoom.percentProperty().get());
        for (int i = 0; i < 20; i++) {
            zoom.step(1);
        }
        assertEquals(200, zoom.percentProperty().get());
        for (int i = 0; i < 20; i++) {
            zoom.step(-1);
        }
        assertEquals(80, zoom.percentProperty().get());
        zoom.set("nonsense");
        assertEquals(100, zoom.percentProperty().get());
        zoom.set("125");
        assertEquals(125, zoom.percentProperty().get());
    }
}

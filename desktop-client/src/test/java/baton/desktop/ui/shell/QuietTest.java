package baton.desktop.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.ui.FxDriver;
import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.SampleWindow;
import baton.desktop.ui.common.Quiet;
import baton.desktop.ui.common.Theme;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Do not disturb, from the menu of the window and beside the status.
class QuietTest {
    private final SampleDevice device = SampleLife.device();
    private final SampleWindow window = SampleWindow.of(device, "en", Theme.Choice.LIGHT, 1100);

    @AfterEach
    void close() {
        window.close();
    }

    private static ContextMenu open() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static MenuItem named(Iterable<MenuItem> items, String words) {
        for (MenuItem item : items) {
            if (words.equals(item.getText())) {
                return item;
            }
        }
        throw new AssertionError("no " + words);
    }

    private Quiet quiet() {
        return window.context().machine().quiet();
    }

    private boolean isSignShown() {
        return FxDriver.fx(() -> FxDriver.isShown(window.find(".quiet-sign")));
    }

    @Test
    void itBeginsInTheMenuAndShowsBesideTheStatusUntilItEnds() {
        assertFalse(isSignShown());
        FxDriver.click(window.find("#menu"));
        FxDriver.run(() -> {
            Menu quiet = (Menu) named(open().getItems(), "Do not disturb");
            RadioMenuItem off = (RadioMenuItem) named(quiet.getItems(), "Off");
            assertTrue(off.isSelected(), "what stands is marked");
            named(quiet.getItems(), "1 hour").fire();
            open().hide();
        });
        assertTrue(quiet().isOn(window.context().times()));
        assertTrue(isSignShown());
        Node sign = window.find(".quiet-sign");
        assertEquals("Do not disturb", FxDriver.fx(sign::getAccessibleText));
        assertTrue(FxDriver.fx(sign::getAccessibleHelp).startsWith("Until "));

        device.tick(SampleLife.NOW.plusSeconds(3_601));
        FxDriver.run(() -> quiet().look(window.context().times()));
        assertFalse(isSignShown(), "time has ended it");
    }

    @Test
    void theSignEndsIt() {
        FxDriver.run(() -> quiet().begin(Quiet.Span.ALWAYS, window.context().times()));
        FxDriver.run(((Button) window.find(".quiet-sign"))::fire);
        FxDriver.run(() -> named(open().getItems(), "Off").fire());
        assertFalse(quiet().isOn(window.context().times()));
        assertFalse(isSignShown());
    }
}

package baton.desktop.ui.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.ui.FxDriver;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.SampleWindow;
import baton.desktop.ui.common.Notifications.Notification;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

final class NotificationCardsTest {
    @Test
    void aCardTakesNoKeyFromWhoeverWrites() {
        try (SampleWindow window = SampleWindow.of(SampleLife.device())) {
            window.show(SampleLife.OUTAGE);
            TextArea text = (TextArea) window.find(".composer .text-area");
            FxDriver.click(text);
            FxDriver.run(() ->
                    new NotificationCards(window.context(), window.main().root())
                            .show(new Notification("team", "Team", "hello", true, false)));
            FxDriver.until("a card is there", NotificationCardsTest::isCardShown);
            FxDriver.type("one");
            FxDriver.press(KeyCode.SPACE);
            FxDriver.type("two");
            FxDriver.until("it is all written", () -> text.getText().length() == 7);
            assertEquals("one two", FxDriver.fx(text::getText));
            assertTrue(FxDriver.fx(NotificationCardsTest::isCardShown));
        }
    }

    private static boolean isCardShown() {
        return Window.getWindows().stream()
                .anyMatch(window -> window.getScene().lookup(".notification-card") != null);
    }
}

package baton.desktop.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import baton.desktop.ui.FxDriver;
import baton.desktop.ui.ViewStage;
import java.time.Instant;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GrowingTextAreaTest {
    private boolean byEnter = true;
    private int submits;
    private GrowingTextArea area;
    private ViewStage stage;

    @BeforeEach
    void show() {
        FxDriver.start();
        area = FxDriver.fx(GrowingTextArea::new);
        area.onSubmit(() -> submits++, () -> Instant.EPOCH);
        area.submitByEnterAlone(() -> byEnter);
        stage =
                ViewStage.show(
                        FxDriver.fx(() -> new Theme(Theme.Choice.LIGHT)),
                        300,
                        200,
                        overlay -> new StackPane(area));
        FxDriver.run(area::requestFocus);
        FxDriver.type("one");
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private String text() {
        return FxDriver.fx(area::getText);
    }

    @Test
    void enterSubmitsAndShiftEnterBreaksTheLine() {
        FxDriver.press(KeyCode.SHIFT, KeyCode.ENTER);
        assertEquals("one\n", text());
        assertEquals(0, submits);
        FxDriver.press(KeyCode.ENTER);
        FxDriver.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertEquals(1, submits, "Ctrl+Enter is somebody else’s");
    }

    @Test
    void whoeverWantsItSoSubmitsByControlEnterOnly() {
        byEnter = false;
        FxDriver.press(KeyCode.ENTER);
        FxDriver.press(KeyCode.SHIFT, KeyCode.ENTER);
        assertEquals("one\n\n", text());
        assertEquals(0, submits);
        FxDriver.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertEquals(1, submits);
    }
}

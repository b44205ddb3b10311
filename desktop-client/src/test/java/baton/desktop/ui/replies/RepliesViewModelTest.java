package baton.desktop.ui.replies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.runtime.Pin;
import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.SampleWindow;
import baton.desktop.ui.common.CannedReply;
import baton.desktop.ui.common.Theme;
import baton.desktop.ui.common.UiContext;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepliesViewModelTest {
    private final SampleDevice device = SampleLife.device();
    private final UiContext context =
            SampleWindow.context(
                    device, "en", Theme.Choice.LIGHT, Runnable::run, Runnable::run, uri -> {});
    private final RepliesViewModel model = new RepliesViewModel(context);

    private List<String> names() {
        return model.allProperty().get().stream().map(CannedReply::name).toList();
    }

    private void write(String name, String text) {
        model.nameProperty().set(name);
        model.textProperty().set(text);
        model.save();
    }

    @Test
    void whatIsAddedChangedAndDeletedIsASettingOfAllDevices() {
        Pin following = model.open();
        write("thanks", "Thank you,\nwe look at it.");
        device.tick(SampleLife.NOW.plusSeconds(1));
        write("bye", "Have a nice day.");
        assertEquals(List.of("bye", "thanks"), names());
        assertEquals("", model.nameProperty().get(), "the form is empty again");

        CannedReply thanks = model.allProperty().get().getLast();
        assertEquals("Thank you,\nwe look at it.", thanks.text());
        model.change(thanks);
        assertTrue(model.changingProperty().get());
        write("a thank you", "Thanks!");
        assertEquals(List.of("a thank you", "bye"), names());

        device.set(thanks.setting(), "", "another device\nThanks.");
        assertEquals(List.of("another device", "bye"), names());
        model.delete(model.allProperty().get().getFirst());
        assertEquals(List.of("bye"), names());
        following.close();
        assertEquals(0, device.listenerCount());
    }

    @Test
    void whatDoesNotFitIsNotKeptAndStaysInTheForm() {
        model.open();
        for (List<String> tried :
                List.of(
                        List.of(" ", "text"),
                        List.of("name", " "),
                        List.of("x".repeat(33), "text"),
                        List.of("name", "x".repeat(252)))) {
            write(tried.getFirst(), tried.getLast());
            assertFalse(model.problemProperty().get().isEmpty());
            assertEquals(tried.getFirst(), model.nameProperty().get());
        }
        assertEquals(List.of(), names());
        write("name", "x".repeat(251));
        assertEquals("", model.problemProperty().get());
        assertEquals(List.of("name"), names());
    }
}

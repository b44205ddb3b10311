package baton.desktop.ui.composer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.runtime.Intents.Outcome;
import baton.desktop.store.ConversationRow.Draft;
import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.SampleWindow;
import baton.desktop.ui.common.Theme;
import baton.desktop.ui.common.UiContext;
import baton.model.Limits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComposerViewModelTest {
    private final SampleDevice device = SampleLife.device();
    private final List<Runnable> later = new ArrayList<>();
    private boolean delayed;
    private int sent;

    private final UiContext context =
            SampleWindow.context(
                    device, "en", Theme.Choice.LIGHT, Runnable::run, this::onUi, uri -> {});
    private final ComposerViewModel model =
            new ComposerViewModel(SampleLife.RELEASE, context, () -> 1, () -> sent++);

    private void onUi(Runnable task) {
        if (delayed) {
            later.add(task);
        } else {
            task.run();
        }
    }

    private void opened() {
        device.draft(SampleLife.RELEASE, Draft.NONE);
        model.open();
    }

    private List<String> sends() {
        return device.asked().stream().filter(ask -> ask.startsWith("send")).toList();
    }

    private Draft theirs(String text, String kept) {
        return new Draft(text, false, "Laptop", SampleLife.at(21, "10:31:00"), kept);
    }

    @Test
    void storedMessageLeavesTheComposer() {
        opened();
        model.textProperty().set("hello");
        model.send();
        assertEquals("", model.textProperty().get());
        assertEquals(List.of("send " + SampleLife.RELEASE + " 1"), sends());
        assertEquals(1, sent);
    }

    @Test
    void rejectedMessageStaysWithASentence() {
        opened();
        device.answerSends(new Outcome.Rejected("disk-full"));
        model.textProperty().set("hello");
        model.send();
        assertEquals("hello", model.textProperty().get());
        assertFalse(model.problemProperty().get().isEmpty());
        assertEquals(0, sent);
        assertTrue(device.asked().contains("saveDraft " + SampleLife.RELEASE + " hello"));
    }

    @Test
    void blankTextIsNeitherSentNorRemarkedUpon() {
        opened();
        model.textProperty().set(" \n ");
        model.send();
        assertEquals(List.of(), sends());
        assertEquals("", model.problemProperty().get());
    }

    @Test
    void overlongTextIsExplainedInsteadOfSent() {
        opened();
        model.textProperty().set("x".repeat(Limits.TEXT_CHARS_MAX));
        assertEquals("8,000 of 8,000", model.counterProperty().get());
        model.textProperty().set("x".repeat(Limits.TEXT_CHARS_MAX + 1));
        model.send();
        assertEquals(List.of(), sends());
        assertTrue(model.problemProperty().get().contains("8,000"), model.problemProperty().get());
        assertEquals(Limits.TEXT_CHARS_MAX + 1, model.textProperty().get().length());
    }

    @Test
    void secondEnterBeforeTheAnswerDoesNotSendTwice() {
        opened();
        delayed = true;
        model.textProperty().set("hello");
        model.send();
        model.send();
        assertEquals(1, sends().size());
    }

    @Test
    void whatIsTypedBeforeTheAnswerStays() {
        opened();
        delayed = true;
        model.textProperty().set("hello");
        model.send();
        model.textProperty().set("hello and more");
        delayed = false;
        later.forEach(Runnable::run);
        assertEquals(" and more", model.textProperty().get());
        assertTrue(device.asked().contains("saveDraft " + SampleLife.RELEASE + "  and more"));
    }

    @Test
    void draftOfAnotherDeviceIsContinuedHere() {
        device.draft(SampleLife.RELEASE, theirs("nearly done", ""));
        model.open();
        assertEquals("nearly done", model.textProperty().get());
        assertEquals("Draft from Laptop, 10:31", model.originProperty().get());
    }

    @Test
    void draftOfAnotherDeviceNeverReplacesWhatIsBeingTyped() {
        opened();
        model.textProperty().set("my own words");
        model.flush();
        device.draft(SampleLife.RELEASE, theirs("their words", ""));
        assertEquals("my own words", model.textProperty().get());
        assertEquals("their words", model.offeredProperty().get());
        model.takeOffered();
        assertEquals("their words", model.textProperty().get());
    }

    @Test
    void draftOfAnotherDeviceReplacesASavedTextThatNobodyTypes() {
        opened();
        model.textProperty().set("my own words");
        model.flush();
        device.tick(SampleLife.NOW.plusSeconds(60));
        device.draft(SampleLife.RELEASE, theirs("their words", "my own words"));
        assertEquals("their words", model.textProperty().get());
        assertEquals("my own words", model.keptProperty().get());
        model.restoreKept();
        assertEquals("their words\nmy own words", model.textProperty().get());
        assertTrue(device.asked().contains("dismissDraftCopy " + SampleLife.RELEASE));
    }

    @Test
    void leavingStoresTheDraft() {
        device.draft(SampleLife.RELEASE, Draft.NONE);
        var pin = model.open();
        model.textProperty().set("half a sent");
        pin.close();
        assertTrue(device.asked().contains("saveDraft " + SampleLife.RELEASE + " half a sent"));
        assertEquals(0, device.listenerCount());
    }
}

package baton.desktop.ui.composer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.store.Tick;
import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.SampleWindow;
import baton.desktop.ui.common.Theme;
import baton.model.EventBody;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissedViewModelTest {
    private final SampleDevice device = SampleLife.device();
    private final MissedViewModel model =
            new MissedViewModel(
                    SampleLife.RELEASE,
                    SampleWindow.context(
                            device,
                            "en",
                            Theme.Choice.LIGHT,
                            Runnable::run,
                            Runnable::run,
                            uri -> {}));

    private long head() {
        return device.conversation(SampleLife.RELEASE).orElseThrow().head();
    }

    private void refuse(String code, long seen) {
        device.pending(
                SampleLife.RELEASE,
                SampleLife.NOW,
                new EventBody.Message("I write them"),
                Tick.FAILED,
                code,
                seen);
    }

    private List<String> missed() {
        return model.refusedProperty().get().missed().stream()
                .map(MissedViewModel.Line::text)
                .toList();
    }

    @Test
    void whatOthersWroteAfterTheSeenMessageIsMissed() {
        model.open();
        long seen = head();
        device.say(SampleLife.RELEASE, SampleLife.ANA, SampleLife.NOW, "my own words");
        device.say(SampleLife.RELEASE, SampleLife.SAM, SampleLife.NOW, "never mind");
        refuse("stale-reply", seen);
        assertEquals(List.of("never mind"), missed());
        assertEquals("I write them", model.refusedProperty().get().text());
        assertEquals("Somebody answered first", model.refusedProperty().get().title());
    }

    @Test
    void sendingAnywaySaysWhatWasSeenByNow() {
        model.open();
        long seen = head();
        device.say(SampleLife.RELEASE, SampleLife.SAM, SampleLife.NOW, "never mind");
        refuse("stale-reply", seen);
        model.sendAnyway();
        assertTrue(
                device.asked().contains("retry " + SampleLife.RELEASE + " 1 " + (seen + 1)),
                device.asked().toString());
        assertTrue(model.refusedProperty().get().isNone());
        model.sendAnyway();
        assertEquals(1, device.asked().stream().filter(a -> a.startsWith("retry")).count());
    }

    @Test
    void manyMissedMessagesAreCountedAndTheNewestShown() {
        model.open();
        long seen = head();
        for (int i = 0; i < 10; i++) {
            device.say(SampleLife.RELEASE, SampleLife.SAM, SampleLife.NOW, "news " + i);
        }
        refuse("stale-reply", seen);
        assertEquals(List.of("news 6", "news 7", "news 8", "news 9"), missed());
        assertEquals(6, model.refusedProperty().get().more());
    }

    @Test
    void otherRefusalsAreTheTimelinesToShow() {
        model.open();
        refuse("not-a-member", 0);
        assertTrue(model.refusedProperty().get().isNone());
    }

    @Test
    void aLostClaimIsShownAlike() {
        refuse("claim-lost", head());
        model.open();
        assertEquals("Somebody else took this over", model.refusedProperty().get().title());
        model.discard();
        assertTrue(model.refusedProperty().get().isNone());
    }
}

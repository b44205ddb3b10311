package baton.desktop.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.runtime.Hint;
import baton.desktop.runtime.Pin;
import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.SampleWindow;
import baton.desktop.ui.common.Company;
import baton.desktop.ui.common.Theme;
import baton.desktop.ui.common.UiContext;
import baton.model.Claim;
import baton.model.ConversationId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderViewModelTest {
    private final SampleDevice device = SampleLife.device();
    private final UiContext context =
            SampleWindow.context(
                    device, "en", Theme.Choice.LIGHT, Runnable::run, Runnable::run, uri -> {});
    private final Company company = new Company(context.hints());

    private HeaderViewModel opened(ConversationId id) {
        company.open();
        HeaderViewModel model = new HeaderViewModel(id, context, company);
        model.open();
        return model;
    }

    @Test
    void presenceStandsBesideTheHandle() {
        HeaderViewModel model = opened(SampleLife.WITH_BEN);
        assertEquals("@ben", model.peopleProperty().get());
        device.tell(new Hint.Presence(SampleLife.BEN, true, Instant.EPOCH));
        assertTrue(model.onlineProperty().get());
        assertEquals("@ben · online", model.peopleProperty().get());
        device.tell(new Hint.Presence(SampleLife.BEN, false, SampleLife.at(21, "10:31:00")));
        assertFalse(model.onlineProperty().get());
        assertEquals("@ben · last seen 10:31", model.peopleProperty().get());
        device.tell(new Hint.Presence(SampleLife.BEN, false, Instant.EPOCH));
        assertEquals("@ben", model.peopleProperty().get());
    }

    @Test
    void onlyOthersType() {
        HeaderViewModel model = opened(SampleLife.OUTAGE);
        device.tell(new Hint.Typing(SampleLife.OUTAGE, List.of(SampleLife.ANA)));
        assertEquals("", model.typingProperty().get());
        device.tell(new Hint.Typing(SampleLife.OUTAGE, List.of(SampleLife.BEN)));
        assertEquals("Ben is typing…", model.typingProperty().get());
        device.tell(
                new Hint.Typing(
                        SampleLife.OUTAGE,
                        List.of(SampleLife.BEN, SampleLife.MIA, SampleLife.SAM)));
        assertEquals("Ben, Mia and 1 more are typing…", model.typingProperty().get());
        device.tell(new Hint.Typing(SampleLife.WITH_BEN, List.of()));
        device.tell(new Hint.Typing(SampleLife.OUTAGE, List.of()));
        assertEquals("", model.typingProperty().get());
    }

    @Test
    void aClaimNamesItsHolderAndCanBePassedOn() {
        HeaderViewModel model = opened(SampleLife.OUTAGE);
        assertEquals("", model.claimProperty().get());
        device.claim(SampleLife.OUTAGE, new Claim("ben", 7));
        assertEquals("Ben Okafor answers here", model.claimProperty().get());
        model.passClaim();
        assertTrue(device.asked().contains("claim " + SampleLife.OUTAGE + " true"));
        assertEquals("You answer here", model.claimProperty().get());
        model.passClaim();
        assertTrue(device.asked().contains("release " + SampleLife.OUTAGE));
        assertEquals("", model.claimProperty().get());
    }

    @Test
    void aGuardedConversationSaysSo() {
        HeaderViewModel model = opened(SampleLife.OUTAGE);
        assertFalse(model.guardedProperty().get());
        device.guard(SampleLife.OUTAGE, true);
        assertTrue(model.guardedProperty().get());
    }

    @Test
    void aClosedHeaderListensNoMore() {
        HeaderViewModel model = new HeaderViewModel(SampleLife.OUTAGE, context, company);
        Pin pin = model.open();
        pin.close();
        assertEquals(0, device.listenerCount());
    }
}

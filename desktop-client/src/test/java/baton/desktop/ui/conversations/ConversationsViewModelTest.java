package baton.desktop.ui.conversations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.SampleWindow;
import baton.desktop.ui.common.Theme;
import baton.model.ConversationId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConversationsViewModelTest {
    private final SampleDevice device = SampleLife.device();
    private final ConversationsViewModel model =
            new ConversationsViewModel(
                    SampleWindow.context(
                            device,
                            "en",
                            Theme.Choice.LIGHT,
                            Runnable::run,
                            Runnable::run,
                            uri -> {}));

    @BeforeEach
    void open() {
        model.open();
    }

    private List<ConversationId> shown() {
        return model.items().stream().map(ConversationItem::id).toList();
    }

    private ConversationItem item(ConversationId id) {
        return model.items().stream().filter(i -> i.id().equals(id)).findFirst().orElseThrow();
    }

    private void select(ConversationId id) {
        model.selectedProperty().set(Optional.of(id));
    }

    @Test
    void newestActivityStandsFirst() {
        assertEquals(SampleLife.OUTAGE, shown().getFirst());
        device.say(SampleLife.LOBBY, SampleLife.BEN, SampleLife.NOW, "news");
        assertEquals(SampleLife.LOBBY, shown().getFirst());
    }

    @Test
    void orderIsHeldUnderThePointerAndAppliedWhenItLeaves() {
        List<ConversationId> before = shown();
        model.heldProperty().set(true);
        device.say(SampleLife.LOBBY, SampleLife.BEN, SampleLife.NOW, "news");
        assertEquals(before, shown());
        assertEquals("Ben: news", item(SampleLife.LOBBY).preview());
        model.heldProperty().set(false);
        assertEquals(SampleLife.LOBBY, shown().getFirst());
    }

    @Test
    void selectionStaysWithTheConversation() {
        select(SampleLife.WITH_BEN);
        device.say(SampleLife.LOBBY, SampleLife.BEN, SampleLife.NOW, "news");
        assertEquals(Optional.of(SampleLife.WITH_BEN), model.selectedProperty().get());
        assertEquals(shown().indexOf(SampleLife.WITH_BEN), model.selectedIndex());
    }

    @Test
    void filterLeavesWhatIsCalledThat() {
        model.filterProperty().set(" PAY ");
        assertEquals(List.of(SampleLife.OUTAGE), shown());
        model.filterProperty().set("李");
        assertEquals(List.of(SampleLife.WITH_LI_WEI), shown());
        model.filterProperty().set("");
        assertEquals(7, shown().size());
    }

    @Test
    void draftShowsInsteadOfTheLastLineUnlessItsConversationIsOpen() {
        assertTrue(item(SampleLife.RELEASE).isDraft());
        assertTrue(item(SampleLife.RELEASE).preview().startsWith("The notes are ready"));
        select(SampleLife.RELEASE);
        assertFalse(item(SampleLife.RELEASE).isDraft());
        assertEquals("Sam: who writes the notes?", item(SampleLife.RELEASE).preview());
    }

    @Test
    void nextUnreadSkipsWhatIsReadAndGoesRound() {
        select(SampleLife.OUTAGE);
        model.selectUnread(1);
        assertEquals(Optional.of(SampleLife.WITH_BEN), model.selectedProperty().get());
        model.selectUnread(1);
        assertEquals(Optional.of(SampleLife.LOBBY), model.selectedProperty().get());
        model.selectUnread(1);
        assertEquals(Optional.of(SampleLife.OUTAGE), model.selectedProperty().get());
        model.selectUnread(-1);
        assertEquals(Optional.of(SampleLife.LOBBY), model.selectedProperty().get());
    }

    @Test
    void stepsStayAtTheEnds() {
        select(SampleLife.OUTAGE);
        model.selectBy(-1);
        assertEquals(Optional.of(SampleLife.OUTAGE), model.selectedProperty().get());
        model.selectBy(1);
        assertEquals(Optional.of(SampleLife.WITH_MIA), model.selectedProperty().get());
    }

    @Test
    void aRowIsSpokenWhole() {
        assertEquals(
                "Payments outage, Mia: thanks both, telling support now, 10:32, 3 unread messages",
                item(SampleLife.OUTAGE).spoken());
    }

    @Test
    void badgeFallsWithTheReadMarkOfAnotherDevice() {
        assertEquals(1, item(SampleLife.WITH_BEN).unread());
        device.readElsewhere(SampleLife.WITH_BEN, 1);
        assertEquals(0, item(SampleLife.WITH_BEN).unread());
    }

    @Test
    void aNewConversationAppears() {
        ConversationId id = device.createGroup("Fresh", List.of(SampleLife.BEN), outcome -> {});
        assertEquals(id, shown().getFirst());
    }
}

package baton.desktop.ui.conversations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.runtime.Hint;
import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.SampleWindow;
import baton.desktop.ui.common.Company;
import baton.desktop.ui.common.Silence;
import baton.desktop.ui.common.Theme;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.conversations.ConversationItem.Kind;
import baton.model.ConversationId;
import baton.model.SettingNames;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConversationsViewModelTest {
    private final SampleDevice device = SampleLife.device();
    private final UiContext context =
            SampleWindow.context(
                    device, "en", Theme.Choice.LIGHT, Runnable::run, Runnable::run, uri -> {});
    private final Company company = new Company(context.hints());
    private final ConversationsViewModel model = new ConversationsViewModel(context, company);

    @BeforeEach
    void open() {
        company.open();
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
        assertEquals("Ben: news", item(SampleLife.LOBBY).preview().text());
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
        ConversationItem.Preview draft = item(SampleLife.RELEASE).preview();
        assertEquals(Kind.DRAFT, draft.kind());
        assertTrue(draft.text().startsWith("The notes are ready"));
        select(SampleLife.RELEASE);
        assertEquals(
                new ConversationItem.Preview(Kind.MESSAGE, "Sam: who writes the notes?"),
                item(SampleLife.RELEASE).preview());
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
                "Payments outage, Mia: thanks both, telling support now, 10:32, 3 unread messages,"
                        + " you are mentioned",
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
        ConversationId id =
                device.intents().createGroup("Fresh", List.of(SampleLife.BEN), outcome -> {});
        assertEquals(id, shown().getFirst());
    }

    @Test
    void aSelectionThatMovesWhileRowsChangeBreaksNothing() {
        ListChangeListener<ConversationItem> mover = change -> select(SampleLife.NOTES);
        model.items().addListener(mover);
        device.say(SampleLife.OUTAGE, SampleLife.BEN, SampleLife.NOW, "news");
        device.say(SampleLife.LOBBY, SampleLife.BEN, SampleLife.NOW.plusSeconds(1), "news");
        assertEquals(SampleLife.LOBBY, shown().getFirst());
        assertEquals(7, shown().size());
        assertEquals(2, item(SampleLife.OUTAGE).unread() - 2);
    }

    @Test
    void pinnedOnesStandAboveWhateverIsNewer() {
        device.set(SettingNames.PINNED, SampleLife.NOTES.value(), SettingNames.ON);
        assertEquals(List.of(SampleLife.NOTES, SampleLife.OUTAGE), shown().subList(0, 2));
        assertTrue(item(SampleLife.NOTES).marks().pinned());
    }

    @Test
    void archivedOnesStandAsideUntilTheyHaveSomethingNew() {
        device.set(SettingNames.ARCHIVED, SampleLife.WITH_MIA.value(), SettingNames.ON);
        assertFalse(shown().contains(SampleLife.WITH_MIA));
        assertEquals(1, model.archivedProperty().get());
        model.archiveShownProperty().set(true);
        assertEquals(SampleLife.WITH_MIA, shown().getLast());
        model.archiveShownProperty().set(false);

        device.say(SampleLife.WITH_MIA, SampleLife.MIA, SampleLife.NOW, "one more thing");
        assertEquals(SampleLife.WITH_MIA, shown().getFirst());
        select(SampleLife.WITH_MIA);
        assertTrue(device.asked().contains("set archived " + SampleLife.WITH_MIA + " "));
    }

    @Test
    void archivedAndMutedStaysAside() {
        device.set(SettingNames.ARCHIVED, SampleLife.WITH_MIA.value(), SettingNames.ON);
        device.set(SettingNames.MUTED, SampleLife.WITH_MIA.value(), SettingNames.ALWAYS);
        device.say(SampleLife.WITH_MIA, SampleLife.MIA, SampleLife.NOW, "one more thing");
        assertFalse(shown().contains(SampleLife.WITH_MIA));
    }

    @Test
    void whoeverSearchesFindsArchivedOnesToo() {
        device.set(SettingNames.ARCHIVED, SampleLife.WITH_MIA.value(), SettingNames.ON);
        model.filterProperty().set("mia");
        assertEquals(List.of(SampleLife.WITH_MIA), shown());
    }

    @Test
    void muteEndsWithItsTimeAndOnOneDeviceIsEnough() {
        String until = Long.toString(SampleLife.NOW.plusSeconds(60).toEpochMilli());
        device.set(SettingNames.MUTED, SampleLife.WITH_BEN.value(), until);
        assertTrue(item(SampleLife.WITH_BEN).marks().muted());
        device.tick(SampleLife.NOW.plusSeconds(61));
        model.rewrite();
        assertFalse(item(SampleLife.WITH_BEN).marks().muted());
        new Silence(context).silenceHere(SampleLife.WITH_BEN, true);
        model.rewrite();
        assertTrue(item(SampleLife.WITH_BEN).marks().muted());
    }

    @Test
    void mentionsHaveTheirOwnBadge() {
        assertEquals(1, item(SampleLife.OUTAGE).marks().mentions());
        assertEquals(0, item(SampleLife.WITH_BEN).marks().mentions());
    }

    @Test
    void whoTypesShowsInsteadOfTheLastLine() {
        device.tell(new Hint.Typing(SampleLife.OUTAGE, List.of(SampleLife.BEN, SampleLife.MIA)));
        assertEquals(
                new ConversationItem.Preview(Kind.TYPING, "Ben, Mia are typing…"),
                item(SampleLife.OUTAGE).preview());
        device.tell(new Hint.Typing(SampleLife.OUTAGE, List.of()));
        assertEquals(Kind.MESSAGE, item(SampleLife.OUTAGE).preview().kind());
    }

    @Test
    void thePeopleOfDirectConversationsAreWatched() {
        assertEquals(List.of("watch [ben, liwei, mia]"), watches());
        device.tell(new Hint.Presence(SampleLife.BEN, true, SampleLife.NOW));
        assertTrue(item(SampleLife.WITH_BEN).online());
        assertEquals(1, watches().size(), "nobody new, nothing to ask");
    }

    private List<String> watches() {
        return device.asked().stream().filter(ask -> ask.startsWith("watch")).toList();
    }
}

package baton.desktop.ui.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.runtime.Hint;
import baton.desktop.runtime.Pin;
import baton.desktop.runtime.SyncStatus;
import baton.desktop.store.SearchPage;
import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.SampleWindow;
import baton.desktop.ui.common.Theme;
import baton.desktop.ui.common.UiContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SearchViewModelTest {
    private final SampleDevice device = SampleLife.device();
    private final Deque<Runnable> reads = new ArrayDeque<>();
    private final UiContext context =
            SampleWindow.context(
                    device, "en", Theme.Choice.LIGHT, reads::add, Runnable::run, target -> {});
    private final SearchViewModel model = new SearchViewModel(context);
    private final Pin pin = model.open();

    @AfterEach
    void close() {
        pin.close();
        assertEquals(0, device.listenerCount(), "a closed search still listens");
    }

    private void answer() {
        while (!reads.isEmpty()) {
            reads.removeFirst().run();
        }
    }

    private void look(String typed) {
        model.typedProperty().set(typed);
        answer();
    }

    private List<String> found() {
        return model.items().stream().map(item -> item.excerpt().whole()).toList();
    }

    @Test
    void nothingIsAskedBeforeSomethingIsTyped() {
        look("   ");
        assertEquals(SearchViewModel.State.BLANK, model.stateProperty().get());
        assertEquals(List.of(), device.searches());
        look("from:");
        assertEquals(List.of(), device.searches());
    }

    @Test
    void openConversationIsLookedThroughAndThenAllOfThem() {
        model.showIn(Optional.of(SampleLife.OUTAGE));
        look("lunch");
        assertEquals(SearchViewModel.State.NOTHING, model.stateProperty().get());
        model.everywhereProperty().set(true);
        answer();
        assertEquals(List.of("lunch at one?"), found());
        assertEquals("Ben Okafor", model.items().getFirst().place());
        assertTrue(model.items().getFirst().spoken().contains("Ben Okafor, 09:40: lunch at one?"));
    }

    @Test
    void editedMessageIsFoundByWhatItSaysNow() {
        model.showIn(Optional.of(SampleLife.OUTAGE));
        look("error rate");
        assertEquals(1, found().size());
        assertTrue(found().getFirst().contains("0.02 %"));
        assertEquals("", model.items().getFirst().place(), "all lines are of one conversation");
    }

    @Test
    void searchThatIsTypedOnFromIsBrokenOffAndAnswersNobody() {
        model.everywhereProperty().set(true);
        List<BooleanSupplier> wanted = new ArrayList<>();
        device.onSearch((query, still) -> wanted.add(still));
        model.typedProperty().set("t");
        model.typedProperty().set("th");
        model.typedProperty().set("tha");
        reads.removeFirst().run();
        assertFalse(wanted.getFirst().getAsBoolean(), "the first one was still wanted");
        assertEquals(List.of(), found());
        answer();
        assertEquals(2, wanted.size(), "only the first and the last one are ever asked");
        assertTrue(wanted.getLast().getAsBoolean());
        assertFalse(found().isEmpty());
    }

    @Test
    void moreIsAskedForWhenThereIsMore() {
        for (int i = 0; i < 120; i++) {
            device.say(SampleLife.NOTES, SampleLife.ANA, SampleLife.NOW, "needle " + i);
        }
        model.showIn(Optional.of(SampleLife.NOTES));
        look("needle");
        assertEquals(50, found().size());
        assertEquals("The newest 50 messages", model.notesProperty().get().getFirst());
        model.more();
        answer();
        model.more();
        answer();
        assertEquals(120, found().size());
        assertEquals("120 messages", model.notesProperty().get().getFirst());
        int asked = device.searches().size();
        model.more();
        answer();
        assertEquals(asked, device.searches().size(), "there is no more");
    }

    @Test
    void whatCannotBeFoundYetIsSaid() {
        model.showIn(Optional.of(SampleLife.OUTAGE));
        device.searchLimits(new SearchPage(List.of(), false, true, 12_000));
        device.status(
                new SyncStatus(
                        device.status().link(),
                        SyncStatus.Work.IDLE,
                        device.status().currentAsOf(),
                        412,
                        0));
        look("qq");
        assertEquals(SearchViewModel.State.NOTHING, model.stateProperty().get());
        assertEquals(
                List.of(
                        "One or two letters are looked for in the newest 20,000 messages only."
                                + " Type one more to search them all.",
                        "12,000 messages are still being made ready for searching.",
                        "412 messages are not on this device yet, so not found here."),
                model.notesProperty().get());
    }

    @Test
    void whatIsNoDayIsSaidAndWhatWasFoundStays() {
        model.showIn(Optional.of(SampleLife.OUTAGE));
        look("refunds");
        look("refunds after:2026-13");
        assertEquals(
                List.of("“2026-13” is no day. Write a day like 2026-11-01."),
                model.notesProperty().get());
        assertEquals(1, found().size());
    }

    @Test
    void itFollowsWhatArrivesWhileSomebodyLooks() {
        model.showIn(Optional.of(SampleLife.OUTAGE));
        look("graphs");
        device.tell(new Hint.Search(5));
        assertFalse(model.staleProperty().get(), "nobody looks");
        model.setActive(true);
        answer();
        device.say(SampleLife.OUTAGE, SampleLife.BEN, SampleLife.NOW, "more graphs");
        assertTrue(model.staleProperty().get());
        model.refresh();
        answer();
        assertEquals(2, found().size());
    }

    @Test
    void stepsGoFromHitToHitAndAroundTheEnd() {
        for (String text : List.of("needle one", "hay", "needle two", "needle three")) {
            device.say(SampleLife.NOTES, SampleLife.ANA, SampleLife.NOW, text);
        }
        model.showIn(Optional.of(SampleLife.NOTES));
        look("needle");
        List<String> went = new ArrayList<>();
        for (boolean older : List.of(true, true, true, true, false, false)) {
            model.step(
                    older,
                    item -> {
                        model.went(item);
                        went.add(item.excerpt().after());
                    });
            answer();
        }
        assertEquals(List.of(" three", " two", " one", " three", " one", " two"), went);
    }
}

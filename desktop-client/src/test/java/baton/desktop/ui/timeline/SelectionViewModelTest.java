package baton.desktop.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.store.Tick;
import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.SampleWindow;
import baton.desktop.ui.common.Attention;
import baton.desktop.ui.common.Theme;
import baton.desktop.ui.common.UiContext;
import baton.model.ConversationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SelectionViewModelTest {
    private final SampleDevice device = SampleLife.device();
    private final List<String> clipboard = new ArrayList<>();

    private final UiContext context =
            SampleWindow.context(
                    device, "en", Theme.Choice.LIGHT, Runnable::run, Runnable::run, uri -> {});

    private TimelineViewModel timeline(ConversationId id) {
        TimelineViewModel timeline =
                new TimelineViewModel(id, context, new Attention(device::now), new StillScreen());
        timeline.open();
        return timeline;
    }

    private SelectionViewModel selection(ConversationId id, TimelineViewModel timeline) {
        SelectionViewModel selection = new SelectionViewModel(id, context);
        selection.open(timeline.items());
        return selection;
    }

    private static TimelineItem.Bubble bubble(TimelineViewModel timeline, String words) {
        return timeline.items().stream()
                .filter(item -> item instanceof TimelineItem.Bubble)
                .map(item -> (TimelineItem.Bubble) item)
                .filter(each -> each.text().contains(words))
                .findFirst()
                .orElseThrow();
    }

    private String copied(SelectionViewModel selection) {
        selection.copy(clipboard::add);
        return clipboard.getLast();
    }

    private void notes(int messages) {
        for (int i = 1; i <= messages; i++) {
            device.say(
                    SampleLife.NOTES,
                    SampleLife.ANA,
                    SampleLife.NOW.plus(Duration.ofSeconds(i)),
                    "note " + i + ".");
        }
    }

    @Test
    void severalMessagesAreCopiedAsLinesUnderTheirDays() {
        TimelineViewModel timeline = timeline(SampleLife.OUTAGE);
        SelectionViewModel selection = selection(SampleLife.OUTAGE, timeline);
        selection.toggle(bubble(timeline, "telling support"));
        selection.toggle(bubble(timeline, "Anyone near"));
        selection.toggle(bubble(timeline, "it is back"));
        assertEquals("3 messages selected", selection.wordsProperty().get());
        assertEquals(
                """
                Friday, 20 November 2026
                Mia Chen, 18:07: Anyone near the gateway?
                Saturday, 21 November 2026
                Ben Okafor, 10:31: it is back, watching the graphs
                Mia Chen, 10:32: thanks both, telling support now\
                """,
                copied(selection));
        assertEquals("3 messages copied", selection.wordsProperty().get());
    }

    @Test
    void oneMessageIsCopiedAsItsOwnWords() {
        TimelineViewModel timeline = timeline(SampleLife.WITH_BEN);
        SelectionViewModel selection = selection(SampleLife.WITH_BEN, timeline);
        selection.toggle(bubble(timeline, "lunch"));
        assertEquals("lunch at one?", copied(selection));
    }

    @Test
    void whatIsPickedTwiceIsPickedNoMore() {
        TimelineViewModel timeline = timeline(SampleLife.WITH_BEN);
        SelectionViewModel selection = selection(SampleLife.WITH_BEN, timeline);
        selection.toggle(bubble(timeline, "lunch"));
        assertTrue(selection.isPicking());
        selection.toggle(bubble(timeline, "lunch"));
        assertFalse(selection.isPicking());
        assertEquals("", selection.wordsProperty().get());
    }

    @Test
    void aStretchReachesOverRowsThatTheListNoLongerHolds() {
        notes(1_000);
        TimelineViewModel timeline = timeline(SampleLife.NOTES);
        SelectionViewModel selection = selection(SampleLife.NOTES, timeline);
        selection.toggle(bubble(timeline, "note 990."));
        timeline.onVisible(new TimelineViewModel.Visible(905, 905, true, false, List.of()));
        timeline.onVisible(new TimelineViewModel.Visible(805, 805, true, false, List.of()));
        timeline.onVisible(new TimelineViewModel.Visible(705, 705, true, false, List.of()));
        assertFalse(timeline.items().stream().anyMatch(i -> i.spoken().contains("note 990.")));
        selection.extendTo(bubble(timeline, "note 640."));
        assertEquals(351, selection.picksProperty().get().size());
        List<String> lines = copied(selection).lines().skip(1).toList();
        List<String> wanted =
                IntStream.rangeClosed(640, 990).mapToObj(i -> "note " + i + ".").toList();
        assertEquals(
                wanted, lines.stream().map(line -> line.substring(line.indexOf("note"))).toList());
    }

    @Test
    void aStretchGoesBothWaysFromWhereItBeganAndKeepsWhatWasPickedBefore() {
        notes(20);
        TimelineViewModel timeline = timeline(SampleLife.NOTES);
        SelectionViewModel selection = selection(SampleLife.NOTES, timeline);
        selection.toggle(bubble(timeline, "note 2."));
        selection.toggle(bubble(timeline, "note 10."));
        selection.extendTo(bubble(timeline, "note 13."));
        assertEquals(5, selection.picksProperty().get().size());
        selection.extendTo(bubble(timeline, "note 9."));
        assertEquals(3, selection.picksProperty().get().size());
        assertEquals(
                List.of("note 2.", "note 9.", "note 10."),
                copied(selection)
                        .lines()
                        .skip(1)
                        .map(line -> line.substring(line.indexOf("note")))
                        .toList());
    }

    @Test
    void noMoreThanTheMostIsPickedAndTheBarSaysSo() {
        notes(1_500);
        TimelineViewModel timeline = timeline(SampleLife.NOTES);
        SelectionViewModel selection = selection(SampleLife.NOTES, timeline);
        selection.toggle(bubble(timeline, "note 1500."));
        timeline.jump(new baton.model.Target(100, bubble(timeline, "note 1500.").id()));
        selection.extendTo(bubble(timeline, "note 100."));
        assertEquals(PickedRows.MOST, selection.picksProperty().get().size());
        assertEquals("1,000 messages selected, the most at once", selection.wordsProperty().get());
        assertTrue(copied(selection).contains("note 1500."), "those nearest to the beginning");
    }

    @Test
    void aMessageThatWasRecalledMeanwhileLeavesAMarkAndNoWord() {
        TimelineViewModel timeline = timeline(SampleLife.WITH_MIA);
        SelectionViewModel selection = selection(SampleLife.WITH_MIA, timeline);
        TimelineItem.Bubble own = bubble(timeline, "好的");
        selection.toggle(bubble(timeline, "明天几点"));
        selection.extendTo(own);
        timeline.recall(own);
        assertEquals(
                """
                Saturday, 21 November 2026
                Mia Chen, 10:18: 明天几点？十点可以吗？
                Ana Novak, 10:21: [message recalled]\
                """,
                copied(selection));
    }

    @Test
    void aMessageThatWaitedIsStillPickedWhenItIsInTheLog() {
        TimelineViewModel timeline = timeline(SampleLife.WITH_BEN);
        SelectionViewModel selection = selection(SampleLife.WITH_BEN, timeline);
        device.pending(SampleLife.WITH_BEN, SampleLife.NOW, "on my way", Tick.WAITING, "");
        device.pending(SampleLife.WITH_BEN, SampleLife.NOW, "nearly there", Tick.WAITING, "");
        selection.toggle(bubble(timeline, "lunch"));
        selection.extendTo(bubble(timeline, "nearly"));
        assertEquals(3, selection.picksProperty().get().size());
        assertEquals(0, selection.picksProperty().get().mine(), "nothing to take back yet");
        assertEquals(4, copied(selection).lines().count());
    }

    @Test
    void onlyOnesOwnMessagesAreTakenBack() {
        TimelineViewModel timeline = timeline(SampleLife.OUTAGE);
        SelectionViewModel selection = selection(SampleLife.OUTAGE, timeline);
        selection.toggle(bubble(timeline, "Card payments"));
        selection.extendTo(bubble(timeline, "谢谢"));
        assertEquals(2, selection.picksProperty().get().mine());
        selection.recall();
        Stream<String> recalls = device.asked().stream().filter(ask -> ask.startsWith("recall"));
        assertEquals(2, recalls.count());
        assertFalse(selection.isPicking());
    }
}

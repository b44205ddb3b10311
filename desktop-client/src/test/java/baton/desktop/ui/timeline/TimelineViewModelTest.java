package baton.desktop.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.runtime.Pin;
import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.SampleWindow;
import baton.desktop.ui.common.Attention;
import baton.desktop.ui.common.LocalSettings;
import baton.desktop.ui.common.Theme;
import baton.desktop.ui.common.UiContext;
import baton.model.ConversationId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineViewModelTest {
    private final SampleDevice device = SampleLife.device();
    private final Attention attention = new Attention(device::now);
    private final StillScreen screen = new StillScreen();
    private final UiContext context =
            SampleWindow.context(
                    device, "en", Theme.Choice.LIGHT, Runnable::run, Runnable::run, uri -> {});

    private TimelineViewModel model(ConversationId id) {
        return new TimelineViewModel(id, context, attention, screen);
    }

    private TimelineViewModel opened(ConversationId id) {
        TimelineViewModel model = model(id);
        model.open();
        return model;
    }

    private static TimelineViewModel.Visible seen(long centre, long shownUpTo, boolean atEnd) {
        return new TimelineViewModel.Visible(centre, shownUpTo, false, atEnd, List.of());
    }

    private static TimelineViewModel.Visible nearEdge(long centre) {
        return new TimelineViewModel.Visible(centre, centre, true, false, List.of());
    }

    private List<String> reads() {
        return device.asked().stream().filter(ask -> ask.startsWith("markRead")).toList();
    }

    private void many(int messages) {
        for (int i = 0; i < messages; i++) {
            device.say(SampleLife.NOTES, SampleLife.BEN, SampleLife.NOW, "m" + i);
        }
    }

    private long newest() {
        return device.conversation(SampleLife.NOTES).orElseThrow().head();
    }

    private static boolean hasDivider(TimelineViewModel model) {
        return model.items().stream().anyMatch(item -> item instanceof TimelineItem.Divider);
    }

    @Test
    void opensWithTwoReadRowsAboveTheDivider() {
        TimelineViewModel model = opened(SampleLife.OUTAGE);
        assertTrue(model.items().get(screen.landed() + 2) instanceof TimelineItem.Divider);
    }

    @Test
    void opensAtTheEndWhenAllIsRead() {
        opened(SampleLife.WITH_MIA);
        assertEquals(Integer.MAX_VALUE, screen.landed());
    }

    @Test
    void whatIsShownIsReadOnlyBySomebodyWhoIsThere() {
        TimelineViewModel model = opened(SampleLife.WITH_BEN);
        model.onVisible(seen(1, 1, true));
        model.markShown();
        assertEquals(List.of(), reads());
        attention.focusedProperty().set(true);
        model.markShown();
        assertEquals(List.of(), reads());
        attention.touch();
        device.tick(SampleLife.NOW.plusSeconds(61));
        model.markShown();
        assertEquals(List.of(), reads());
        attention.touch();
        model.markShown();
        model.markShown();
        assertEquals(List.of("markRead " + SampleLife.WITH_BEN + " 1"), reads());
    }

    @Test
    void onlyAtTheEndOrNeverIfThatIsWanted() {
        LocalSettings settings = context.machine().settings();
        TimelineViewModel model = opened(SampleLife.WITH_BEN);
        attention.focusedProperty().set(true);
        attention.touch();
        settings.set(LocalSettings.READ, LocalSettings.BY_HAND);
        model.onVisible(seen(1, 1, true));
        model.markShown();
        settings.set(LocalSettings.READ, LocalSettings.AT_END);
        model.onVisible(seen(1, 1, false));
        model.markShown();
        assertEquals(List.of(), reads());
        model.onVisible(seen(1, 1, true));
        model.markShown();
        assertEquals(List.of("markRead " + SampleLife.WITH_BEN + " 1"), reads());
    }

    @Test
    void readingHereLeavesTheDividerAndReadingElsewhereMovesIt() {
        TimelineViewModel model = opened(SampleLife.OUTAGE);
        long head = device.conversation(SampleLife.OUTAGE).orElseThrow().head();
        attention.focusedProperty().set(true);
        attention.touch();
        model.onVisible(seen(head - 2, head - 1, true));
        model.markShown();
        assertTrue(hasDivider(model));
        device.readElsewhere(SampleLife.OUTAGE, head);
        assertFalse(hasDivider(model));
    }

    @Test
    void aHoleInSightIsAskedForOnceAndByHandAgain() {
        TimelineViewModel model = opened(SampleLife.OUTAGE);
        TimelineItem.Gap gap = (TimelineItem.Gap) model.items().getFirst();
        TimelineViewModel.Visible visible =
                new TimelineViewModel.Visible(129, 129, false, true, List.of(gap));
        model.onVisible(visible);
        model.onVisible(visible);
        String fill = "fill " + SampleLife.OUTAGE + " 1 128";
        assertEquals(1, device.asked().stream().filter(fill::equals).count());
        model.fill(gap);
        assertEquals(2, device.asked().stream().filter(fill::equals).count());
    }

    @Test
    void theWindowFollowsTheEyeAndNeverGrows() {
        many(1_000);
        device.readElsewhere(SampleLife.NOTES, newest());
        TimelineViewModel model = opened(SampleLife.NOTES);
        model.onVisible(seen(990, 1_001, true));
        assertTrue(model.reachesEnd());
        model.onVisible(nearEdge(905));
        model.onVisible(nearEdge(810));
        assertFalse(model.reachesEnd());
        assertTrue(model.items().size() <= 2 * TimelineWindow.REACH + 5, "" + model.items().size());
        assertTrue(seqs(model).contains(811L) && seqs(model).contains(712L), "around 810");
        assertFalse(seqs(model).contains(1_001L));
    }

    private static List<Long> seqs(TimelineViewModel model) {
        return model.items().stream()
                .filter(item -> item instanceof TimelineItem.Bubble)
                .map(item -> ((TimelineItem.Bubble) item).seq())
                .toList();
    }

    @Test
    void newMessagesFarBelowAreCountedAndOneStepBringsThere() {
        many(1_000);
        device.readElsewhere(SampleLife.NOTES, newest());
        TimelineViewModel model = opened(SampleLife.NOTES);
        model.onVisible(nearEdge(500));
        device.say(SampleLife.NOTES, SampleLife.BEN, SampleLife.NOW, "far below");
        assertTrue(model.awayProperty().get());
        assertEquals(1, model.unreadProperty().get());
        assertFalse(seqs(model).contains(newest()));
        model.toEnd();
        assertTrue(seqs(model).contains(newest()));
        assertEquals(Integer.MAX_VALUE, screen.landed());
    }

    @Test
    void whatArrivesWhileAtTheEndIsShown() {
        TimelineViewModel model = opened(SampleLife.WITH_MIA);
        model.onVisible(seen(1, 2, true));
        many(0);
        for (int i = 0; i < 300; i++) {
            device.say(SampleLife.WITH_MIA, SampleLife.MIA, SampleLife.NOW, "m" + i);
        }
        assertTrue(seqs(model).contains(302L));
        assertTrue(model.items().size() <= TimelineWindow.REACH + 5);
    }

    @Test
    void sendingTakesTheDividerAway() {
        TimelineViewModel model = opened(SampleLife.OUTAGE);
        assertTrue(hasDivider(model));
        model.onSent();
        assertFalse(hasDivider(model));
    }

    @Test
    void markingUnreadIsNotUndoneByWhatIsStillInSight() {
        TimelineViewModel model = opened(SampleLife.WITH_MIA);
        attention.focusedProperty().set(true);
        attention.touch();
        model.onVisible(seen(1, 2, true));
        model.markUnreadFrom(1);
        model.onVisible(seen(1, 2, true));
        model.markShown();
        assertEquals(List.of(), reads());
    }

    @Test
    void openingAndClosingLeavesNoListener() {
        for (int i = 0; i < 100; i++) {
            Pin pin = model(SampleLife.OUTAGE).open();
            pin.close();
        }
        assertEquals(0, device.listenerCount());
    }
}

package baton.desktop.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.SampleWindow;
import baton.desktop.ui.common.Attention;
import baton.desktop.ui.common.Theme;
import baton.desktop.ui.common.UiContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayJumpTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final SampleDevice device = SampleLife.device();
    private final StillScreen screen = new StillScreen();

    private final UiContext context =
            SampleWindow.context(
                    device, "en", Theme.Choice.LIGHT, Runnable::run, Runnable::run, uri -> {});

    private final TimelineViewModel timeline =
            new TimelineViewModel(SampleLife.OUTAGE, context, new Attention(device::now), screen);
    private final DayJump jump = new DayJump(SampleLife.OUTAGE, context, timeline);

    DayJumpTest() {
        timeline.open();
        jump.open();
    }

    private TimelineItem found() {
        return timeline.items().stream()
                .filter(item -> item.key().equals(timeline.foundProperty().get()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> fills() {
        return device.asked().stream().filter(ask -> ask.startsWith("fill ")).toList();
    }

    /// One message each half hour; the newest missing one is of the 17th.
    private static Instant saidAt(long seq) {
        return SampleLife.at(17, "12:00:00").minus(Duration.ofMinutes(30 * (128 - seq)));
    }

    /// Answers what was asked last, as a relay does, until nothing more is asked.
    private int answerAll() {
        int answered = 0;
        while (fills().size() > answered) {
            String[] words = fills().getLast().split(" ", -1);
            answered = fills().size();
            device.fetched(
                    SampleLife.OUTAGE,
                    Long.parseLong(words[2]),
                    Long.parseLong(words[3]),
                    DayJumpTest::saidAt);
        }
        return answered;
    }

    @Test
    void theFirstMessageOfADayIsFoundBelowItsHeader() {
        jump.to(TODAY);
        assertTrue(found().spoken().contains("it is back"));
        assertEquals("Today", timeline.items().get(screen.landed()).spoken());
        assertEquals(List.of(), fills(), "nothing is missing in between");
    }

    @Test
    void aDayWithoutMessagesLeadsToTheNextOneAfter() {
        device.say(SampleLife.OUTAGE, SampleLife.BEN, SampleLife.at(24, "09:00:00"), "monday");
        jump.to(TODAY.plusDays(1));
        assertTrue(found().spoken().contains("monday"));
        jump.to(TODAY.plusDays(7));
        assertEquals(Integer.MAX_VALUE, screen.landed(), "after everything: the end");
    }

    @Test
    void aDayThatIsNotHereIsFoundByAskingForItsSurroundingsOnly() {
        jump.to(LocalDate.of(2026, 11, 16));
        assertTrue(found() instanceof TimelineItem.Gap, "the edge of what is missing");
        assertTrue(timeline.isSeeking());
        int questions = answerAll();
        TimelineItem.Bubble first = (TimelineItem.Bubble) found();
        assertEquals(SampleLife.at(16, "00:00:00"), saidAt(first.seq()));
        assertFalse(timeline.isSeeking());
        assertTrue(questions <= 3, questions + " questions for 128 messages");
    }

    @Test
    void lookingEndsWhenThePersonGoesElsewhere() {
        jump.to(LocalDate.of(2026, 11, 16));
        timeline.stopSeeking();
        int before = screen.landings();
        device.fetched(SampleLife.OUTAGE, 60, 70, DayJumpTest::saidAt);
        assertEquals(before, screen.landings());
        assertEquals(1, fills().size());
    }

    @Test
    void whatIsInSightIsNotFetchedForThatWhileADayIsLookedFor() {
        jump.to(LocalDate.of(2026, 11, 16));
        TimelineItem.Gap gap = (TimelineItem.Gap) found();
        timeline.onVisible(new TimelineViewModel.Visible(129, 129, false, false, List.of(gap)));
        assertEquals(1, fills().size());
        timeline.stopSeeking();
        timeline.onVisible(new TimelineViewModel.Visible(129, 129, false, false, List.of(gap)));
        assertEquals(2, fills().size());
    }
}

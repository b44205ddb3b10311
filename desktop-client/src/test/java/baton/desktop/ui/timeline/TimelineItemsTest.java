package baton.desktop.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Times;
import baton.model.ConversationId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineItemsTest {
    private static final ConversationId ID = SampleLife.LOBBY;
    private final SampleDevice device = new SampleDevice(SampleLife.NOW);

    private List<TimelineItem> items(long centre, UnreadDivider divider, ZoneId zone) {
        Texts texts = Texts.of("en");
        Times times = new Times(texts, () -> SampleLife.NOW, () -> zone);
        TimelineWindow.Content content = new TimelineWindow(ID, centre).read(device);
        return new TimelineItems(texts, times, device.me()).of(ID, content, divider, 0);
    }

    private List<String> drawn(UnreadDivider divider) {
        return items(Long.MAX_VALUE, divider, ZoneOffset.UTC).stream().map(this::drawn).toList();
    }

    private String drawn(TimelineItem item) {
        return switch (item) {
            case TimelineItem.Floor floor -> "_" + floor.label();
            case TimelineItem.Day day -> "(" + day.label() + ")";
            case TimelineItem.Divider line -> "--" + line.label() + "--";
            case TimelineItem.Gap gap -> "[" + gap.label() + "]";
            case TimelineItem.Service service -> "*" + service.label() + "*";
            case TimelineItem.Bubble bubble ->
                    (bubble.grouping().first() ? "^" : "")
                            + bubble.text()
                            + (bubble.grouping().last() ? "$" : "");
        };
    }

    private void ben(String time, String text) {
        device.say(ID, SampleLife.BEN, at(time), text);
    }

    private static Instant at(String time) {
        return SampleLife.at(21, time);
    }

    @Test
    void messagesOfOneAuthorWithinFiveMinutesAreOneGroup() {
        ben("10:00:00", "a");
        ben("10:05:00", "b");
        ben("10:10:01", "c");
        device.say(ID, SampleLife.MIA, at("10:10:02"), "d");
        assertEquals(List.of("(Today)", "^a", "b$", "^c$", "^d$"), drawn(UnreadDivider.NONE));
    }

    @Test
    void dividerSplitsAGroupAndStandsBelowTheDay() {
        ben("10:00:00", "a");
        ben("10:01:00", "b");
        assertEquals(
                List.of("(Today)", "^a$", "--1 new--", "^b$"), drawn(UnreadDivider.opened(1, 1)));
        assertEquals(
                List.of("(Today)", "--2 new--", "^a", "b$"), drawn(UnreadDivider.opened(0, 2)));
    }

    @Test
    void dividerStandsAboveTheFirstMessageThatOneDidNotWriteOneself() {
        ben("10:00:00", "a");
        device.say(ID, device.me().account(), at("10:01:00"), "own");
        ben("10:02:00", "b");
        assertEquals(
                List.of("(Today)", "^a$", "^own$", "--1 new--", "^b$"),
                drawn(UnreadDivider.opened(1, 1)));
    }

    @Test
    void aWindowBelowTheDividerDoesNotShowItAtItsTop() {
        for (int i = 0; i < 250; i++) {
            ben("10:00:00", "m" + i);
        }
        UnreadDivider divider = UnreadDivider.opened(20, 230);
        assertEquals(0, dividers(items(Long.MAX_VALUE, divider, ZoneOffset.UTC)));
        assertEquals(1, dividers(items(20, divider, ZoneOffset.UTC)));
    }

    private static long dividers(List<TimelineItem> items) {
        return items.stream().filter(item -> item instanceof TimelineItem.Divider).count();
    }

    @Test
    void daysAreTheViewersDays() {
        ben("10:00:00", "a");
        device.say(ID, SampleLife.BEN, SampleLife.at(20, "20:00:00"), "b");
        assertEquals(2, days(ZoneOffset.UTC));
        assertEquals(1, days(ZoneId.of("Asia/Shanghai")));
    }

    private long days(ZoneId zone) {
        return items(Long.MAX_VALUE, UnreadDivider.NONE, zone).stream()
                .filter(item -> item instanceof TimelineItem.Day)
                .count();
    }

    @Test
    void keysAreUniqueEvenWhereADayComesTwice() {
        ben("10:00:00", "a");
        device.say(ID, SampleLife.BEN, SampleLife.at(20, "23:59:59"), "b");
        ben("00:00:01", "c");
        List<TimelineItem> items = items(Long.MAX_VALUE, UnreadDivider.NONE, ZoneOffset.UTC);
        assertEquals(items.size(), items.stream().map(TimelineItem::key).distinct().count());
    }

    @Test
    void aHoleAcrossTheCentreIsOneRow() {
        ben("10:00:00", "a");
        device.skip(ID, 128);
        ben("10:01:00", "b");
        List<TimelineItem> items = items(60, UnreadDivider.NONE, ZoneOffset.UTC);
        assertEquals(
                List.of(
                        "(Today)",
                        "^a$",
                        "[128 older messages are not on this device yet ·]",
                        "^b$"),
                items.stream().map(this::drawn).toList());
    }

    @Test
    void aMessageIsSpokenWhole() {
        ben("10:32:00", "it is back");
        List<TimelineItem> items = items(Long.MAX_VALUE, UnreadDivider.NONE, ZoneOffset.UTC);
        assertEquals("ben, 10:32, it is back, unread", items.getLast().spoken());
    }
}

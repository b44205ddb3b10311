package baton.desktop.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Times;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Target;
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
        TimelineWindow.Content content = TimelineWindow.around(ID, centre).read(device);
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

    private TimelineItem.Bubble bubble(int index) {
        List<TimelineItem> bubbles =
                items(Long.MAX_VALUE, UnreadDivider.NONE, ZoneOffset.UTC).stream()
                        .filter(item -> item instanceof TimelineItem.Bubble)
                        .toList();
        return (TimelineItem.Bubble) bubbles.get(index);
    }

    private void say(String time, AccountId author, EventBody body) {
        device.arrive(ID, author, at(time), body);
    }

    private Target first() {
        Event event = device.say(ID, SampleLife.BEN, at("10:00:00"), "it is bakc");
        return new Target(event.seq(), event.id());
    }

    @Test
    void editsAndReactionsChangeTheirMessageAndAreNoRows() {
        Target target = first();
        say("10:01:00", SampleLife.BEN, new EventBody.Edited(target, "it is back", List.of()));
        say("10:02:00", SampleLife.MIA, new EventBody.Reacted(target, "👍", true));
        say("10:02:00", device.me().account(), new EventBody.Reacted(target, "👍", true));
        assertEquals(List.of("(Today)", "^it is back$"), drawn(UnreadDivider.NONE));
        assertTrue(bubble(0).words().edited());
        TimelineItem.Chip chip = bubble(0).chips().getFirst();
        assertEquals(2, chip.count());
        assertTrue(chip.own());
        assertTrue(chip.who().endsWith("You"), chip.who());
        assertTrue(bubble(0).spoken().contains("it is back, edited"), bubble(0).spoken());
    }

    @Test
    void aRecalledMessageLeavesNoTextInBubbleOrQuote() {
        Target target = first();
        say(
                "10:01:00",
                SampleLife.MIA,
                new EventBody.Message("which one?", target, List.of(device.me().account())));
        assertEquals("it is bakc", bubble(1).answered().text());
        assertTrue(bubble(1).words().namesMe());
        say("10:02:00", SampleLife.BEN, new EventBody.Recalled(target));
        assertEquals("Message recalled", bubble(0).text());
        assertFalse(bubble(0).isStanding());
        assertEquals("Message recalled", bubble(1).answered().text());
        assertFalse(bubble(0).spoken().contains("bakc"));
    }

    @Test
    void aFloorSaysWhyNothingOlderIsThere() {
        ben("10:00:00", "a");
        device.floor(ID, 40);
        assertTrue(drawn(UnreadDivider.NONE).getFirst().startsWith("_Older messages are gone"));
    }

    @Test
    void whoeverWasInvitedJoinedAtTheFloor() {
        say("10:00:00", SampleLife.BEN, new EventBody.Invited(device.me().account()));
        device.floor(ID, 40);
        assertTrue(drawn(UnreadDivider.NONE).getFirst().startsWith("_You joined here"));
    }
}

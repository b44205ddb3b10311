package baton.desktop.ui.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.runtime.Inspection;
import baton.desktop.runtime.Pin;
import baton.desktop.runtime.SyncStatus;
import baton.desktop.runtime.SyncStatus.Link;
import baton.desktop.store.Tick;
import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.SampleWindow;
import baton.desktop.ui.common.Theme;
import baton.desktop.ui.common.UiContext;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Target;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxViewModelTest {
    private static final Instant EARLIER = SampleLife.at(21, "10:31:00");

    private final SampleDevice device = SampleLife.device();
    private final UiContext context =
            SampleWindow.context(
                    device, "en", Theme.Choice.LIGHT, Runnable::run, Runnable::run, uri -> {});
    private final OutboxViewModel model = new OutboxViewModel(context);

    private Runnable beat = () -> {};

    private Pin often(Runnable task) {
        beat = task;
        return () -> beat = () -> {};
    }

    private List<OutboxItem> items() {
        return model.groupsProperty().get().stream()
                .flatMap(group -> group.items().stream())
                .toList();
    }

    private void offline() {
        Link link = new Link.Offline(EARLIER, SampleLife.NOW.plusSeconds(8), "relay-unreachable");
        device.status(new SyncStatus(link, SyncStatus.Work.IDLE, EARLIER, 0, 1));
    }

    @Test
    void nothingWaitsAtFirst() {
        model.open(this::often);
        assertEquals(List.of(), model.groupsProperty().get());
        assertFalse(model.canTryNowProperty().get());
    }

    @Test
    void rowsStandByConversationAndSaySinceWhenAndWhy() {
        SampleLife.trouble(device);
        device.pending(SampleLife.WITH_MIA, EARLIER, "明天见", Tick.WAITING, "");
        model.open(this::often);
        assertEquals(
                List.of("Payments outage", "Mia Chen"),
                model.groupsProperty().get().stream().map(OutboxGroup::title).toList());
        OutboxItem failed = items().getFirst();
        assertEquals("Not sent · written 10:32", failed.stands());
        assertTrue(failed.problem().startsWith("The relay took nothing"), failed.problem());
        assertTrue(failed.choices().retry() && failed.choices().edit());
        OutboxItem waiting = items().get(1);
        assertEquals("Going out · written 10:33", waiting.stands());
        assertFalse(waiting.choices().delete(), "it may be on its way already");
        assertEquals("2 wait to go out · 1 was not sent", model.summaryProperty().get());
    }

    @Test
    void whatWasTriedSaysHowOftenWhyAndWhenAgain() {
        device.pending(SampleLife.OUTAGE, EARLIER, "hello", Tick.WAITING, "");
        model.open(this::often);
        assertEquals("", items().getFirst().tries());
        OutboxItem.Key key = items().getFirst().key();
        attempt(key, 1, "", Instant.MAX);
        beat.run();
        assertEquals("Tried once, at 10:31:00.", items().getFirst().tries());
        attempt(key, 3, "relay-unavailable", SampleLife.NOW.plusSeconds(8));
        beat.run();
        assertEquals(
                "Tried 3 times, last at 10:31:00. The relay answers, but its database (Redis) is"
                        + " down or full. Next try in 8 s.",
                items().getFirst().tries());
        attempt(key, 4, "no-answer", SampleLife.NOW);
        beat.run();
        assertTrue(items().getFirst().tries().contains("No answer came in time. Next try now."));
        assertEquals("hello", items().getFirst().choices().text(), "it may be copied meanwhile");
        assertTrue(items().getFirst().spoken().contains("Tried 4 times"));
    }

    private void attempt(OutboxItem.Key key, int tries, String code, Instant next) {
        Inspection.Attempt tried =
                new Inspection.Attempt(
                        key.conversation(), key.clientSeq(), tries, EARLIER, code, next);
        Inspection none = Inspection.NOTHING;
        device.inspection(
                new Inspection(
                        none.relay(),
                        none.feed(),
                        none.queues(),
                        List.of(tried),
                        none.frames(),
                        none.faults()));
    }

    @Test
    void withoutConnectionItSaysWhatIsWaitedForAndCanTry() {
        device.pending(SampleLife.OUTAGE, EARLIER, "hello", Tick.WAITING, "");
        model.open(this::often);
        offline();
        assertEquals("Waits for a connection · written 10:31", items().getFirst().stands());
        assertTrue(model.canTryNowProperty().get());
        model.tryNow();
        assertTrue(device.asked().contains("connectNow"));
    }

    @Test
    void rowsComeAndGoWhileItIsOpenAndNoLonger() {
        Pin open = model.open(this::often);
        device.pending(SampleLife.OUTAGE, EARLIER, "hello", Tick.WAITING, "");
        assertEquals(1, items().size());
        device.deliverPending(SampleLife.OUTAGE);
        assertEquals(List.of(), items());
        open.close();
        assertEquals(0, device.listenerCount());
    }

    @Test
    void refusedReplyIsToBeLookedAtBeforeItIsSentAgain() {
        device.pending(SampleLife.OUTAGE, EARLIER, "hello", Tick.FAILED, "stale-reply");
        device.pending(SampleLife.OUTAGE, EARLIER, "more", Tick.FAILED, "rate-limited");
        model.open(this::often);
        assertFalse(items().get(0).choices().retry());
        assertFalse(model.canRetryAllProperty().get());
        device.pending(SampleLife.OUTAGE, EARLIER, "even more", Tick.FAILED, "fate-unknown");
        assertTrue(model.canRetryAllProperty().get());
        model.retryAll();
        assertEquals(
                List.of(
                        "retry " + SampleLife.OUTAGE + " 2 0",
                        "retry " + SampleLife.OUTAGE + " 3 0"),
                device.asked());
    }

    @Test
    void deletingSaysWhetherTheTextMayHaveArrived() {
        device.pending(SampleLife.OUTAGE, EARLIER, "a", Tick.FAILED, "not-a-member");
        device.pending(SampleLife.OUTAGE, EARLIER, "b", Tick.FAILED, "fate-unknown");
        model.open(this::often);
        assertEquals(
                "Nobody else has this text. Deleting it is for good.", items().get(0).meaning());
        assertTrue(items().get(1).meaning().startsWith("It may have arrived"));
        model.discard(items().get(0));
        assertEquals(List.of("discard " + SampleLife.OUTAGE + " 1"), device.asked());
        assertEquals(1, items().size());
    }

    @Test
    void changesAreNamedAndHaveNoTextToEdit() {
        Target target = new Target(3, MessageId.of(1, 2, 3));
        device.pending(
                SampleLife.OUTAGE,
                EARLIER,
                new EventBody.Reacted(target, "🎉", true),
                Tick.FAILED,
                "message-gone",
                0);
        model.open(this::often);
        assertEquals("Reaction", items().getFirst().words());
        assertEquals("🎉", items().getFirst().sign());
        assertFalse(items().getFirst().choices().edit());
        assertTrue(items().getFirst().choices().retry());
    }

    @Test
    void endlessQueueIsShownInPart() {
        for (int i = 0; i < 230; i++) {
            device.pending(SampleLife.OUTAGE, EARLIER.plusSeconds(i), "text", Tick.WAITING, "");
        }
        model.open(this::often);
        assertEquals(200, items().size());
        assertEquals("30 more", model.moreProperty().get());
        assertEquals("230 wait to go out", model.summaryProperty().get());
    }
}

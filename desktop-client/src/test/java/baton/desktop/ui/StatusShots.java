package baton.desktop.ui;

import baton.desktop.runtime.Inspection;
import baton.desktop.runtime.SyncStatus;
import baton.desktop.store.Tick;
import baton.desktop.ui.common.Notifications.Notification;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.notifications.NotificationCards;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;

/// Draws what the window says of its device: outbox and connection, in one look.
public final class StatusShots {
    private final Shots shots;

    StatusShots(Shots shots) {
        this.shots = shots;
    }

    void draw() {
        draw("outbox", this::outbox);
        draw("outbox-delete", this::outboxDelete);
        draw("connection", this::connection);
        cards();
        draw("outbox-empty", (device, window) -> FxDriver.press(KeyCode.CONTROL, KeyCode.O));
    }

    private void draw(String name, BiConsumer<SampleDevice, SampleWindow> scene) {
        SampleDevice device = SampleLife.device();
        try (SampleWindow window = shots.window(device)) {
            window.show(SampleLife.OUTAGE);
            scene.accept(device, window);
            shots.take(window, "status-" + name);
        }
    }

    /// The window's own notifications; they stand at the edge of the screen, beside the window.
    private void cards() {
        try (SampleWindow window = shots.window(SampleLife.device())) {
            FxDriver.run(() -> showCards(window));
            FxDriver.pulse();
            Scene cards =
                    FxDriver.fx(() ->
                            Window.getWindows().stream()
                                    .map(Window::getScene)
                                    .filter(scene -> scene.lookup(".notification-cards") != null)
                                    .findFirst()
                                    .orElseThrow());
            shots.take(cards, "status-notifications");
        }
    }

    private void showCards(SampleWindow window) {
        NotificationCards cards = new NotificationCards(window.context(), window.main().root());
        String said =
                shots.look().isChinese()
                        ? "Sam Rivera：发布说明写好了，只差升级部分（+2）"
                        : "Sam Rivera: the notes are ready, only the upgrade is missing (+2)";
        Texts texts = window.context().texts();
        cards.show(new Notification("team", "Release 4.2", said, true, false));
        cards.show(
                new Notification(
                        "summary",
                        texts.get("notifications.summary.title"),
                        texts.format("notifications.summary", 14, 3),
                        true,
                        false));
    }

    /// A connection that has seen better and worse.
    public static Inspection inspection() {
        Instant now = SampleLife.NOW;
        return new Inspection(
                new Inspection.Relay(2, 1, now, Duration.ofMillis(38)),
                new Inspection.Feed(1_204, 1_204),
                new Inspection.Queues(256, 12, 0, 0, 0),
                List.of(),
                List.of(
                        new Inspection.Frame(now.minusSeconds(12), true, "Beat", 83),
                        new Inspection.Frame(now.minusSeconds(12), false, "Beat", 48),
                        new Inspection.Frame(now.minusSeconds(4), false, "Feed", 1_310),
                        new Inspection.Frame(now.minusSeconds(4), false, "Page", 4_211)),
                List.of(
                        new Inspection.Fault(now.minusSeconds(340), "relay-stopping"),
                        new Inspection.Fault(now.minusSeconds(333), "relay-unreachable")));
    }

    private void connection(SampleDevice device, SampleWindow window) {
        device.inspection(inspection());
        FxDriver.press(KeyCode.CONTROL, KeyCode.I);
    }

    private void outbox(SampleDevice device, SampleWindow window) {
        SampleLife.trouble(device);
        device.pending(
                SampleLife.WITH_MIA,
                SampleLife.at(21, "10:31:00"),
                new EventBody.Reacted(new Target(1, MessageId.of(1, 1, 1)), "👍", true),
                Tick.FAILED,
                "message-gone",
                0);
        device.status(
                new SyncStatus(
                        new SyncStatus.Link.Offline(
                                SampleLife.at(21, "10:30:00"),
                                SampleLife.NOW.plusSeconds(8),
                                "relay-unreachable"),
                        SyncStatus.Work.IDLE,
                        SampleLife.at(21, "10:30:00"),
                        0,
                        1));
        FxDriver.press(KeyCode.CONTROL, KeyCode.O);
    }

    private void outboxDelete(SampleDevice device, SampleWindow window) {
        SampleLife.trouble(device);
        FxDriver.press(KeyCode.CONTROL, KeyCode.O);
        FxDriver.until(
                "the rows are there",
                () -> window.stage().getScene().getRoot().lookup(".outbox-row") != null);
        String delete = window.context().texts().get("timeline.delete");
        FxDriver.run(() ->
                window.stage().getScene().getRoot().lookupAll(".outbox-row .button").stream()
                        .map(Button.class::cast)
                        .filter(button -> button.getText().equals(delete))
                        .findFirst()
                        .orElseThrow()
                        .fire());
    }
}

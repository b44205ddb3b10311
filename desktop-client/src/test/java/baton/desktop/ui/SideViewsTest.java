package baton.desktop.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import baton.desktop.runtime.Hint;
import baton.desktop.runtime.SyncStatus;
import baton.desktop.runtime.SyncStatus.Link;
import baton.desktop.runtime.SyncStatus.Phase;
import baton.desktop.runtime.SyncStatus.Work;
import baton.desktop.store.DeviceRow;
import baton.desktop.store.Tick;
import baton.desktop.ui.common.Overlay;
import baton.desktop.ui.common.Theme;
import baton.desktop.ui.common.Threads;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.View;
import baton.desktop.ui.devices.DeviceDoors;
import baton.desktop.ui.devices.DevicesController;
import baton.desktop.ui.devices.SignedOutController;
import baton.desktop.ui.firstrun.FirstRunController;
import baton.desktop.ui.firstrun.FirstRunViewModel;
import baton.desktop.ui.newconversation.ConversationDialogs;
import baton.desktop.ui.notices.Notice;
import baton.desktop.ui.notices.NoticePage;
import baton.desktop.ui.notices.Toasts;
import baton.desktop.ui.status.StatusDoors;
import baton.desktop.ui.status.StatusPillController;
import baton.desktop.ui.status.SyncBarController;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every view of first run, status, devices, people and notices in each look, language and size:
/// nothing is cut off. The pictures in `target/pictures` are for a person to look at.
class SideViewsTest {
    private static final Instant NOW = Instant.parse("2026-11-26T10:33:05Z");
    private static final ConversationId GROUP = ConversationId.group("release000000000");

    private final SampleDevice device = new SampleDevice(NOW);
    private final SampleDevices account = new SampleDevices();
    private final SampleEntry entry =
            new SampleEntry().with("ben", "Ben Okafor", "").with("mia", "Mia Chen", "");

    /// Dark and light differ in colours only: what fits in one fits in the other.
    static List<Look> looks() {
        return Look.KEPT;
    }

    @ParameterizedTest
    @MethodSource("looks")
    void firstRunFitsWithAllItsComplaints(Look look) {
        UiContext context = look.context(device);
        FirstRunViewModel form =
                new FirstRunViewModel(
                        entry,
                        new Threads(Runnable::run, Runnable::run),
                        context.texts(),
                        new FirstRunViewModel.Suggestions("ws://localhost:7340", "desk · ana"),
                        () -> {});
        try (ViewStage window =
                ViewStage.show(
                        context.theme(),
                        1000,
                        780,
                        overlay ->
                                new FirstRunController(
                                                form,
                                                context.texts(),
                                                new FirstRunController.Doors(
                                                        () -> {},
                                                        () -> {},
                                                        SampleExample.door(context.texts()),
                                                        new SampleOwnRelay()
                                                                .doorIn(context.texts())))
                                        .root())) {
            new FirstRunShots(window, form, entry).take(name -> picture(window, name, look));
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void statusFitsInEveryState(Look look) {
        UiContext context = look.context(device);
        List<SyncStatus> states =
                List.of(
                        status(new Link.Online(NOW), Work.IDLE, 0),
                        status(new Link.Connecting(NOW), Work.IDLE, 0),
                        status(
                                new Link.Online(NOW),
                                new Work(
                                        Phase.HISTORY,
                                        62_480,
                                        100_000,
                                        2_900,
                                        Duration.ofSeconds(30)),
                                37_520),
                        status(
                                new Link.Offline(
                                        NOW.minusSeconds(180_000),
                                        NOW.plusSeconds(28),
                                        "relay-unreachable"),
                                Work.IDLE,
                                12),
                        status(new Link.Stopped("protocol-unsupported"), Work.IDLE, 0));
        try (ViewStage window =
                ViewStage.show(context.theme(), 312, 420, overlay -> column(context, states))) {
            device.status(states.get(2));
            FxDriver.pulse();
            device.tick(NOW.plusSeconds(1));
            FxDriver.until(
                    "the bar is shown", () -> window.scene().lookup(".sync-bar").isVisible());
            picture(window, "status", look);
        }
    }

    /// One pill per state, with one live sync bar above them.
    private VBox column(UiContext context, List<SyncStatus> states) {
        VBox column = new VBox(8);
        column.getStyleClass().add("side");
        device.status(states.getFirst());
        View bar = new SyncBarController(context);
        bar.open();
        column.getChildren().add(bar.root());
        for (SyncStatus state : states) {
            SampleDevice still = new SampleDevice(NOW);
            still.status(state);
            UiContext own =
                    ViewStage.context(
                            still, context.texts().locale().getLanguage(), Theme.Choice.LIGHT);
            View pill =
                    new StatusPillController(
                            own, "ws://localhost:7340", new StatusDoors(() -> {}, () -> {}));
            pill.open();
            column.getChildren().add(pill.root());
        }
        return column;
    }

    @ParameterizedTest
    @MethodSource("looks")
    void devicesFitAndSigningOutWarnsOfUnsentMessages(Look look) {
        UiContext context = look.context(device);
        device.device(row("desk1", "Desk-1", true, true, 0));
        device.device(row("laptop", "Laptop", false, true, 2_000));
        device.device(row("home", "Home", false, false, 1_204));
        device.pending(
                GROUP, NOW, "The notes are ready, only the title is missing", Tick.WAITING, "");
        try (ViewStage window =
                ViewStage.show(context.theme(), 700, 780, overlay -> devices(context, overlay))) {
            device.device(row("laptop", "Laptop", false, true, 412));
            FxDriver.until("the cards are shown", () -> texts(window).contains("Laptop"));
            FxDriver.pulse();
            picture(window, "devices", look);
            Button signOut = window.node("signOut", Button.class);
            FxDriver.run(signOut::fire);
            FxDriver.pulse();
            picture(window, "devices-sign-out", look);
            FxDriver.press(KeyCode.ESCAPE);
            assertEquals(false, FxDriver.fx(() -> window.overlay().isShowing()));
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void devicesAreRenamedSignedOutAndLinked(Look look) {
        UiContext context = look.context(device);
        device.device(row("desk1", "Desk-1", true, true, 0));
        device.device(row("laptop", "Laptop", false, false, 1_204));
        try (ViewStage window =
                ViewStage.show(context.theme(), 700, 780, overlay -> devices(context, overlay))) {
            FxDriver.until("the cards are shown", () -> texts(window).contains("Laptop"));
            choose(window, 1, 0);
            rename(window, " ");
            picture(window, "devices-rename", look);
            rename(window, "Kitchen");
            FxDriver.until("the field is gone", () -> !field(window, 1).isVisible());
            choose(window, 1, 1);
            picture(window, "devices-sign-out-other", look);
            FxDriver.run(window.node("confirm", Button.class)::fire);
            FxDriver.pulse();
            FxDriver.run(window.node("link", Button.class)::fire);
            FxDriver.pulse();
            picture(window, "devices-link", look);
            device.tick(NOW.plusSeconds(301));
            FxDriver.until("it is too old", () -> window.scene().lookup("#again").isVisible());
            picture(window, "devices-link-expired", look);
            FxDriver.run(window.node("again", Button.class)::fire);
            device.device(row("phone", "Phone", false, true, 9));
            FxDriver.until(
                    "the new one is named",
                    () -> ((Label) window.scene().lookup("#result")).getText().contains("Phone"));
            picture(window, "devices-linked", look);
            assertEquals(
                    List.of("rename laptop Kitchen", "signOut laptop", "invite", "invite"),
                    account.asked());
        }
    }

    /// Chooses from the menu of a card.
    private static void choose(ViewStage window, int card, int choice) {
        FxDriver.run(() -> {
            Button more = (Button) nodes(window, ".device-more").get(card);
            more.fire();
            ContextMenu menu =
                    Window.getWindows().stream()
                            .filter(ContextMenu.class::isInstance)
                            .map(ContextMenu.class::cast)
                            .findFirst()
                            .orElseThrow();
            menu.hide();
            menu.getItems().get(choice).fire();
        });
        FxDriver.pulse();
    }

    private static List<Node> nodes(ViewStage window, String selector) {
        return List.copyOf(window.scene().getRoot().lookupAll(selector));
    }

    private static void rename(ViewStage window, String name) {
        FxDriver.run(() -> {
            field(window, 1).setText(name);
            field(window, 1).fireEvent(new ActionEvent());
        });
    }

    private static TextField field(ViewStage window, int card) {
        return (TextField) nodes(window, ".device-name-field").get(card);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void signedOutDeviceMayBeKeptOrErased(Look look) {
        UiContext context = look.context(device);
        AtomicInteger erased = new AtomicInteger();
        device.pending(GROUP, NOW, "Only this device has this", Tick.WAITING, "");
        try (ViewStage window =
                ViewStage.show(
                        context.theme(),
                        700,
                        480,
                        overlay -> signedOut(context, overlay, erased::incrementAndGet))) {
            picture(window, "signed-out", look);
            FxDriver.run(window.node("erase", Button.class)::fire);
            FxDriver.until("it warns", () -> window.scene().lookup("#unsent").isVisible());
            picture(window, "signed-out-erase", look);
            FxDriver.press(KeyCode.ESCAPE);
            assertEquals(0, erased.get());
            FxDriver.run(window.node("keep", Button.class)::fire);
            picture(window, "signed-out-kept", look);
            FxDriver.run(window.node("erase", Button.class)::fire);
            FxDriver.pulse();
            FxDriver.run(window.node("confirm", Button.class)::fire);
            assertEquals(1, erased.get());
        }
    }

    private static Region signedOut(UiContext context, Overlay overlay, Runnable erase) {
        BorderPane room = new BorderPane();
        room.setTop(
                new SignedOutController(
                                context, new SignedOutController.Doors(() -> {}, erase), overlay)
                        .root());
        return room;
    }

    private Region devices(UiContext context, Overlay overlay) {
        DeviceDoors doors = new DeviceDoors(account, Optional::empty, Runnable::run);
        View pane = new DevicesController(context, doors, overlay);
        pane.open();
        BorderPane room = new BorderPane();
        room.setRight(pane.root());
        return room;
    }

    @ParameterizedTest
    @MethodSource("looks")
    void dialogsAboutPeopleFit(Look look) {
        UiContext context = look.context(device);
        device.name(new AccountId("ben"), "Ben Okafor");
        device.open(GROUP, "Release 4.2", List.of(SampleDevice.ANA, new AccountId("ben")));
        try (ViewStage window = ViewStage.show(context.theme(), 700, 600, overlay -> new VBox())) {
            ConversationDialogs dialogs =
                    new ConversationDialogs(context, entry, Runnable::run, window.overlay());
            FxDriver.run(() -> dialogs.newConversation(id -> {}));
            type(window, "handle", "nobody");
            picture(window, "new-direct", look);
            FxDriver.run(() -> window.node("group", ToggleButton.class).fire());
            type(window, "handle", "ben");
            type(window, "handle", "mia");
            picture(window, "new-group", look);
            FxDriver.run(() -> dialogs.members(GROUP));
            FxDriver.until("members are shown", () -> texts(window).contains("Ben Okafor"));
            FxDriver.run(() -> window.node("askToLeave", Button.class).fire());
            picture(window, "members", look);
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void noticesFit(Look look) {
        UiContext context = look.context(device);
        Notice damaged = Notice.of("store-damaged", context.texts());
        try (ViewStage window =
                ViewStage.show(
                        context.theme(),
                        900,
                        600,
                        overlay ->
                                new NoticePage(
                                                damaged,
                                                "file is not a database",
                                                context.texts(),
                                                "notice.again",
                                                () -> {},
                                                () -> {})
                                        .root())) {
            picture(window, "notice-page", look);
        }
        Toasts toasts = FxDriver.fx(() -> new Toasts(context));
        try (ViewStage window =
                ViewStage.show(context.theme(), 900, 400, overlay -> toasts.root())) {
            FxDriver.run(toasts::open);
            device.tell(new Hint.Trouble("disk-full"));
            device.tell(new Hint.Trouble("log-mismatch"));
            device.tell(new Hint.Trouble("disk-full"));
            FxDriver.until("two toasts", () -> toasts.root().getChildrenUnmodifiable().size() == 2);
            picture(window, "toasts", look);
        }
    }

    private static void type(ViewStage window, String id, String text) {
        TextField field = window.node(id, TextField.class);
        FxDriver.run(() -> {
            field.setText(text);
            field.fireEvent(new ActionEvent());
        });
        FxDriver.pulse();
        // Focus that comes a moment late selects the text, and a picture must not depend on it.
        FxDriver.run(field::deselect);
    }

    private static void picture(ViewStage window, String name, Look look) {
        Shots shots = new Shots(look, Kept.DRAWN.resolve("side"));
        shots.take(window.scene(), name);
        if (Look.KEPT.contains(look)) {
            Kept.check(shots.file(name));
        }
        assertEquals(List.of(), window.cutLabels(), name);
    }

    private static List<String> texts(ViewStage window) {
        return window.scene().getRoot().lookupAll(".label").stream()
                .filter(Node::isVisible)
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .toList();
    }

    private static SyncStatus status(Link link, Work work, long pending) {
        return new SyncStatus(link, work, NOW, pending, 1);
    }

    private static DeviceRow row(
            String id, String name, boolean here, boolean online, long pending) {
        Instant at = online ? NOW : Instant.parse("2026-11-24T18:40:00Z");
        long outgoing = here ? 0 : 2;
        return new DeviceRow(
                new DeviceId(id), name, "linux", here, online, pending, outgoing, at, at);
    }
}

package baton.desktop.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import baton.desktop.ui.settings.SettingsDialog;
import baton.desktop.ui.settings.SettingsDoors;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Whoever chats all day opens and closes everything a hundred times: nothing of it may stay. Each
/// view is made, shown, left, and then must be gone from memory, with its nodes and its listeners.
/// Whole windows, which people open once, a few times only.
class LeakTest {
    private static final int TIMES = 100;
    private static final int WINDOWS = 20;

    private final SampleDevice device = SampleLife.device();
    private final SampleEntry entry = new SampleEntry().with("ben", "Ben Okafor", "");
    private final Gone gone = new Gone();

    private UiContext context() {
        return ViewStage.context(device, "en", Theme.Choice.LIGHT);
    }

    @Test
    void closedWindows() {
        for (int i = 0; i < WINDOWS; i++) {
            openWindow();
        }
        gone.check();
        assertEquals(0, device.listenerCount());
    }

    private void openWindow() {
        try (SampleWindow window = SampleWindow.of(device)) {
            window.show(SampleLife.OUTAGE);
            gone.expect(window.main());
            gone.expect(window.context());
            gone.expect(window.stage());
            gone.expect(window.stage().getScene());
            gone.expect(window.timeline().getItems());
        }
    }

    @Test
    void leftConversations() {
        try (SampleWindow window = SampleWindow.of(device)) {
            for (int i = 0; i < TIMES; i++) {
                window.show(SampleLife.OUTAGE);
                FxDriver.run(() -> gone.expect(window.timeline().getItems()));
                window.show(SampleLife.LOBBY);
            }
            gone.check();
        }
    }

    @Test
    void leftSearches() {
        try (SampleWindow window = SampleWindow.of(device)) {
            window.show(SampleLife.OUTAGE);
            for (int i = 0; i < TIMES; i++) {
                search(window);
            }
            gone.check();
        }
    }

    private void search(SampleWindow window) {
        FxDriver.press(KeyCode.CONTROL, KeyCode.F);
        FxDriver.run(() -> ((TextField) window.find(".search-field")).setText("back"));
        ListView<?> results = (ListView<?>) window.find(".search .list-view");
        FxDriver.until("something is found", () -> !results.getItems().isEmpty());
        FxDriver.run(() -> gone.expect(results.getItems().getFirst()));
        FxDriver.run(() -> ((TextField) window.find(".search-field")).setText(""));
        FxDriver.until("it is forgotten", () -> results.getItems().isEmpty());
        FxDriver.press(KeyCode.ESCAPE);
    }

    private record Dialog(String name, Consumer<Overlay> open) {}

    private Stream<Dialog> dialogs(UiContext context) {
        return Stream.of(
                new Dialog("settings", overlay -> settings(context, overlay)),
                new Dialog(
                        "a new conversation", overlay -> people(overlay).newConversation(id -> {})),
                new Dialog("members", overlay -> people(overlay).members(SampleLife.OUTAGE)));
    }

    private static void settings(UiContext context, Overlay overlay) {
        SettingsDoors doors =
                new SettingsDoors(
                        new SettingsDoors.Relay("localhost:7340", false),
                        new SampleProxy(),
                        () -> {},
                        () -> {});
        new SettingsDialog(context, overlay, doors, List.of()).show();
        ListView<?> sections = (ListView<?>) overlay.lookup("#list");
        for (int i = 0; i < sections.getItems().size(); i++) {
            sections.getSelectionModel().select(i);
        }
    }

    private ConversationDialogs people(Overlay overlay) {
        return new ConversationDialogs(context(), entry, Runnable::run, overlay);
    }

    @TestFactory
    Stream<DynamicTest> closedDialogs() {
        return dialogs(context())
                .map(dialog ->
                        DynamicTest.dynamicTest(
                                dialog.name(), () -> openAndClose(new Gone(), dialog.open())));
    }

    private void openAndClose(Gone dialogs, Consumer<Overlay> open) {
        try (ViewStage stage =
                ViewStage.show(context().theme(), 700, 700, overlay -> new StackPane())) {
            for (int i = 0; i < TIMES; i++) {
                FxDriver.run(() -> open.accept(stage.overlay()));
                FxDriver.run(() -> dialogs.expect(dialogIn(stage)));
                FxDriver.run(stage.overlay()::hide);
            }
            dialogs.check();
            assertEquals(0, device.listenerCount());
        }
    }

    private static Node dialogIn(ViewStage stage) {
        Parent card = (Parent) stage.scene().lookup(".dialog-card");
        return card.getChildrenUnmodifiable().getFirst();
    }

    @Test
    void closedQuestionsAndLinksOfTheDevices() {
        UiContext context = context();
        DeviceDoors doors = new DeviceDoors(new SampleDevices(), Optional::empty, Runnable::run);
        try (ViewStage stage =
                ViewStage.show(
                        context.theme(),
                        900,
                        780,
                        overlay -> {
                            View pane = new DevicesController(context, doors, overlay);
                            pane.open();
                            return pane.root();
                        })) {
            FxDriver.until("the cards are there", () -> stage.scene().lookup("#link") != null);
            for (int i = 0; i < TIMES; i++) {
                for (String button : List.of("link", "signOut")) {
                    FxDriver.run(stage.node(button, Button.class)::fire);
                    assertTrue(FxDriver.fx(() -> stage.overlay().isShowing()), button);
                    FxDriver.run(() -> gone.expect(dialogIn(stage)));
                    FxDriver.run(stage.overlay()::hide);
                }
            }
            gone.check();
        }
    }

    private record Page(String name, Function<Overlay, Parent> make) {}

    private Stream<Page> pages(UiContext context) {
        Notice damaged = Notice.of("store-damaged", context.texts());
        return Stream.of(
                new Page("first run", overlay -> firstRun(context)),
                new Page(
                        "a device that was signed out",
                        overlay ->
                                new SignedOutController(
                                                context,
                                                new SignedOutController.Doors(() -> {}, () -> {}),
                                                overlay)
                                        .root()),
                new Page(
                        "a notice",
                        overlay ->
                                new NoticePage(
                                                damaged,
                                                "details",
                                                context.texts(),
                                                "notice.again",
                                                () -> {},
                                                () -> {})
                                        .root()),
                new Page("toasts", overlay -> new Toasts(context).root()));
    }

    private Parent firstRun(UiContext context) {
        FirstRunViewModel form =
                new FirstRunViewModel(
                        entry,
                        new Threads(Runnable::run, Runnable::run),
                        context.texts(),
                        new FirstRunViewModel.Suggestions("ws://localhost:7340", "desk · ana"),
                        () -> {});
        return new FirstRunController(
                        form,
                        context.texts(),
                        new FirstRunController.Doors(
                                () -> {},
                                () -> {},
                                SampleExample.door(context.texts()),
                                new SampleOwnRelay().doorIn(context.texts())))
                .root();
    }

    @TestFactory
    Stream<DynamicTest> closedPages() {
        UiContext context = context();
        return pages(context)
                .map(page ->
                        DynamicTest.dynamicTest(
                                page.name(),
                                () -> {
                                    Gone pages = new Gone();
                                    for (int i = 0; i < WINDOWS; i++) {
                                        showAndClose(context, page, pages);
                                    }
                                    pages.check();
                                }));
    }

    private static void showAndClose(UiContext context, Page page, Gone pages) {
        try (ViewStage stage = ViewStage.show(context.theme(), 700, 600, page.make())) {
            pages.expect(stage.scene());
            pages.expect(stage.scene().getRoot());
        }
    }
}

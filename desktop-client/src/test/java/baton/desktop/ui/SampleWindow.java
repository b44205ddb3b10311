package baton.desktop.ui;

import baton.desktop.runtime.Pin;
import baton.desktop.ui.common.LocalSettings;
import baton.desktop.ui.common.Machine;
import baton.desktop.ui.common.Notifications;
import baton.desktop.ui.common.Overlay;
import baton.desktop.ui.common.Reads;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Theme;
import baton.desktop.ui.common.Times;
import baton.desktop.ui.common.Tray;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.UiHints;
import baton.desktop.ui.common.UiThread;
import baton.desktop.ui.common.View;
import baton.desktop.ui.common.Zoom;
import baton.desktop.ui.devices.DeviceDoors;
import baton.desktop.ui.devices.DevicesController;
import baton.desktop.ui.outbox.OutboxDialog;
import baton.desktop.ui.outbox.OutboxDoors;
import baton.desktop.ui.shell.MainWindow;
import baton.desktop.ui.shell.Slots;
import baton.desktop.ui.status.ConnectionDialog;
import baton.desktop.ui.status.RelayFacts;
import baton.desktop.ui.status.StatusDoors;
import baton.desktop.ui.status.StatusPillController;
import baton.desktop.ui.status.SyncBarController;
import baton.model.ConversationId;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The real main window over a [SampleDevice], with a real reader thread. Close it when done.
public final class SampleWindow implements AutoCloseable {
    private final ExecutorService readers =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    private final List<URI> opened = new CopyOnWriteArrayList<>();
    private final SampleDevice device;
    private final UiContext context;
    private final MainWindow window;
    private final Stage stage;
    private final Pin dressed;

    private SampleWindow(SampleDevice device, Look look, double width) {
        this.device = device;
        this.context =
                context(
                        device,
                        look.language(),
                        look.theme(),
                        readers,
                        new UiThread(),
                        opened::add);
        context.theme().zoom().set(Integer.toString(look.zoom()));
        StackPane room = new StackPane();
        Overlay overlay = new Overlay(room);
        this.window = MainWindow.create(context, slots(overlay));
        room.getChildren().add(window.root());
        Dimension2D size = ViewStage.magnified(context.theme(), width, 780);
        Scene scene = new Scene(overlay, size.getWidth(), size.getHeight());
        dressed = context.theme().install(scene);
        stage = new Stage();
        stage.setScene(scene);
        stage.show();
        stage.requestFocus();
        window.open();
    }

    public static SampleWindow of(SampleDevice device) {
        return of(device, "en", Theme.Choice.LIGHT, 1280);
    }

    public static SampleWindow of(
            SampleDevice device, String language, Theme.Choice choice, double width) {
        return of(device, new Look(choice, language), width);
    }

    static SampleWindow of(SampleDevice device, Look look, double width) {
        FxDriver.start();
        SampleWindow made = FxDriver.fx(() -> new SampleWindow(device, look, width));
        FxDriver.until(
                "the list was read",
                () -> device.conversations().size() == made.list().getItems().size());
        return made;
    }

    /// What a view gets, in UTC and at the sample's own time.
    public static UiContext context(
            SampleDevice device,
            String language,
            Theme.Choice choice,
            Executor readers,
            Executor ui,
            Consumer<URI> links) {
        Texts texts = Texts.of(language);
        return new UiContext(
                device.me(),
                device,
                device.intents(),
                new UiHints(device, ui),
                new Reads(readers, ui),
                ui,
                texts,
                new Times(texts, device::now, () -> ZoneOffset.UTC),
                new Theme(choice),
                new Machine(
                        links::accept,
                        LocalSettings.inMemory(),
                        Notifications.none(),
                        Tray.none()));
    }

    /// The same context on another machine.
    public static UiContext on(UiContext plain, Machine machine) {
        return new UiContext(
                plain.me(),
                plain.store(),
                plain.intents(),
                plain.hints(),
                plain.reads(),
                plain.ui(),
                plain.texts(),
                plain.times(),
                plain.theme(),
                machine);
    }

    private Slots slots(Overlay overlay) {
        OutboxDialog outbox = new OutboxDialog(context, overlay, outboxDoors());
        ConnectionDialog connection =
                new ConnectionDialog(
                        context,
                        overlay,
                        new RelayFacts("wss://chat.example.org:443/sync", true, false));
        return new Slots(
                new StatusPillController(
                        context,
                        "ws://localhost:7340",
                        new StatusDoors(outbox::show, connection::show)),
                new SyncBarController(context),
                devices(context),
                new Slots.People() {
                    @Override
                    public void newConversation(Consumer<ConversationId> chosen) {}

                    @Override
                    public void members(ConversationId group) {}
                },
                new Slots.Dialogs(() -> {}, outbox::show, connection::show, id -> {}),
                overlay);
    }

    private OutboxDoors outboxDoors() {
        return new OutboxDoors() {
            @Override
            public void open(ConversationId conversation) {
                window.show(conversation);
            }

            @Override
            public void rework(ConversationId conversation, long clientSeq, String words) {
                window.rework(conversation, clientSeq, words);
            }
        };
    }

    private static View devices(UiContext context) {
        return new DevicesController(
                context,
                new DeviceDoors(new SampleDevices(), Optional::empty, Runnable::run),
                new Overlay(new Region()));
    }

    public Zoom zoom() {
        return context.theme().zoom();
    }

    public SampleDevice device() {
        return device;
    }

    public UiContext context() {
        return context;
    }

    public MainWindow main() {
        return window;
    }

    public Stage stage() {
        return stage;
    }

    /// Links that a person clicked.
    public List<URI> opened() {
        return opened;
    }

    public Instant now() {
        return device.now();
    }

    public javafx.scene.control.ListView<?> list() {
        return (javafx.scene.control.ListView<?>) find(".conversations .list-view");
    }

    public javafx.scene.control.ListView<?> timeline() {
        return (javafx.scene.control.ListView<?>) find(".timeline .list-view");
    }

    /// The one node that a selector names.
    public Node find(String selector) {
        Node node = stage.getScene().getRoot().lookup(selector);
        if (node == null) {
            throw new AssertionError("nothing is " + selector);
        }
        return node;
    }

    /// Opens a conversation and waits for its rows.
    public void show(ConversationId id) {
        FxDriver.run(() -> window.show(id));
        FxDriver.until("rows of " + id, () -> !timeline().getItems().isEmpty());
        FxDriver.pulse();
    }

    /// Waits until all that was asked of the device is read and drawn, and what this asked for,
    /// too.
    public void settle() {
        for (int i = 0; i < 2; i++) {
            CompletableFuture.runAsync(() -> {}, readers).join();
            FxDriver.pulse();
        }
    }

    @Override
    public void close() {
        FxDriver.run(() -> {
            window.close();
            stage.hide();
            dressed.close();
        });
        readers.shutdown();
    }
}

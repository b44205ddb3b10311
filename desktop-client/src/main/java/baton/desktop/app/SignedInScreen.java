package baton.desktop.app;

import baton.desktop.net.RelayAddress;
import baton.desktop.runtime.AccountEntry;
import baton.desktop.runtime.Hint;
import baton.desktop.runtime.RelayInvite;
import baton.desktop.runtime.SyncStatus;
import baton.desktop.store.ConversationRow;
import baton.desktop.store.DeviceRow;
import baton.desktop.ui.backup.BackupDialog;
import baton.desktop.ui.backup.RestoreDialog;
import baton.desktop.ui.common.Overlay;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Places;
import baton.desktop.ui.common.Reads;
import baton.desktop.ui.common.Silence;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.View;
import baton.desktop.ui.common.Work;
import baton.desktop.ui.devices.DeviceDoors;
import baton.desktop.ui.devices.DevicesController;
import baton.desktop.ui.devices.SignedOutController;
import baton.desktop.ui.diagnostics.DiagnosticsPage;
import baton.desktop.ui.export.ExportDialog;
import baton.desktop.ui.newconversation.ConversationDialogs;
import baton.desktop.ui.notices.Toasts;
import baton.desktop.ui.notifications.NotificationCards;
import baton.desktop.ui.notifications.NotificationDesk;
import baton.desktop.ui.notifications.NotificationDoors;
import baton.desktop.ui.notifications.NotificationsPage;
import baton.desktop.ui.outbox.OutboxDialog;
import baton.desktop.ui.outbox.OutboxDoors;
import baton.desktop.ui.ownrelay.OwnRelayPage;
import baton.desktop.ui.ownrelay.OwnRelayViewModel;
import baton.desktop.ui.program.ProgramDoors;
import baton.desktop.ui.program.ProgramPage;
import baton.desktop.ui.replies.RepliesPage;
import baton.desktop.ui.settings.ProxyDoor;
import baton.desktop.ui.settings.SettingsDialog;
import baton.desktop.ui.settings.SettingsDoors;
import baton.desktop.ui.settings.SettingsSection;
import baton.desktop.ui.shell.MainWindow;
import baton.desktop.ui.shell.Slots;
import baton.desktop.ui.status.ConnectionDialog;
import baton.desktop.ui.status.RelayFacts;
import baton.desktop.ui.status.StatusDoors;
import baton.desktop.ui.status.StatusPillController;
import baton.desktop.ui.status.SyncBarController;
import baton.desktop.ui.storage.StorageDoors;
import baton.desktop.ui.storage.StoragePage;
import baton.model.ConversationId;
import baton.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// The whole content of the window of a signed-in device: the main window, its dialogs, troubles
/// above it, and a bar at the top once the relay has signed the device out. FX thread.
final class SignedInScreen implements View {

    /// What a person may ask that is not the window's to do.
    ///
    /// @param afterwards what to do once the relay has signed this device out
    /// @param storage about the profile's files
    /// @param ownRelay the relay on this computer
    /// @param front brings the window to the front
    record Doors(
            AccountEntry entry,
            DeviceDoors devices,
            SignedOutController.Doors afterwards,
            Storage storage,
            ProxyDoor proxy,
            OwnRelayViewModel ownRelay,
            ProgramDoors program,
            Runnable front) {}

    /// @param workers for what takes minutes
    record Storage(StorageDesk desk, ReportDesk reports, Places places, Executor workers) {}

    private final UiContext context;
    private final Doors doors;
    private final Silence silence;
    private final Overlay overlay;
    private final BorderPane room = new BorderPane();
    private final StackPane root = new StackPane();
    private final MainWindow main;
    private final Toasts toasts;
    private final NotificationDesk notifications;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper();
    private final Pins pins = new Pins();
    private String deviceName;
    private final ReadOnlyLongWrapper unread = new ReadOnlyLongWrapper();

    /// @param relay its address, as the person typed it
    SignedInScreen(UiContext context, String relay, Doors doors) {
        this.context = context;
        this.doors = doors;
        this.silence = new Silence(context);
        this.deviceName = context.me().deviceName();
        overlay = new Overlay(room);
        ConversationDialogs dialogs =
                new ConversationDialogs(context, doors.entry(), doors.devices().network(), overlay);
        DevicesController devices = new DevicesController(context, doors.devices(), overlay);
        OutboxDialog outbox = new OutboxDialog(context, overlay, outboxDoors());
        ConnectionDialog connection = new ConnectionDialog(context, overlay, factsOf(relay));
        ExportDialog export =
                new ExportDialog(
                        context, overlay, doors.storage().places(), doors.storage().workers());
        main =
                MainWindow.create(
                        context,
                        new Slots(
                                new StatusPillController(
                                        context,
                                        RelayInvite.shown(relay),
                                        new StatusDoors(outbox::show, connection::show)),
                                new SyncBarController(context),
                                devices,
                                people(dialogs),
                                new Slots.Dialogs(
                                        settings(relay, devices, sections(export, connection))
                                                ::show,
                                        outbox::show,
                                        connection::show,
                                        export::show),
                                overlay));
        devices.onClose(() -> main.devicesShownProperty().set(false));
        toasts = new Toasts(context);
        notifications =
                new NotificationDesk(
                        context, new NotificationCards(context, root), notificationDoors());
        room.setCenter(main.root());
        root.getChildren().addAll(overlay, toasts.root());
        StackPane.setAlignment(toasts.root(), Pos.TOP_CENTER);
        showTitle();
    }

    private List<SettingsSection> sections(ExportDialog export, ConnectionDialog connection) {
        List<SettingsSection> sections =
                new ArrayList<>(List.of(replies(), notifications(), storage(export), program()));
        if (doors.ownRelay().isOffered()) {
            sections.add(ownRelay());
        }
        sections.add(diagnostics(connection::show));
        return sections;
    }

    private static RelayFacts factsOf(String relay) {
        RelayAddress address = RelayAddress.parse(relay).orElseThrow();
        return new RelayFacts(address.sync().toString(), address.secure(), address.isLoopback());
    }

    private OutboxDoors outboxDoors() {
        return new OutboxDoors() {
            @Override
            public void open(ConversationId conversation) {
                main.show(conversation);
            }

            @Override
            public void rework(ConversationId conversation, long clientSeq, String words) {
                main.rework(conversation, clientSeq, words);
            }
        };
    }

    private SettingsDialog settings(
            String relay, DevicesController devices, List<SettingsSection> more) {
        boolean encrypted = RelayAddress.parse(relay).filter(RelayAddress::secure).isPresent();
        return new SettingsDialog(
                context,
                overlay,
                new SettingsDoors(
                        new SettingsDoors.Relay(RelayInvite.shown(relay), encrypted),
                        doors.proxy(),
                        this::showDevices,
                        devices::askToSignOut),
                more);
    }

    private SettingsSection storage(ExportDialog export) {
        StorageDesk desk = doors.storage().desk();
        BackupDialog.Ground ground =
                new BackupDialog.Ground(
                        context.texts(),
                        context.times(),
                        overlay,
                        doors.storage().places(),
                        new Work(doors.storage().workers(), context.ui()),
                        context.me().account().handle());
        StorageDoors to =
                new StorageDoors(
                        desk,
                        export::show,
                        new BackupDialog(ground, desk)::show,
                        new RestoreDialog(ground, desk, RestoreDialog.Place.DEVICE)::show);
        return new SettingsSection(
                "storage", Feather.HARD_DRIVE, () -> new StoragePage(context, to));
    }

    private SettingsSection diagnostics(Runnable connection) {
        Storage storage = doors.storage();
        return new SettingsSection(
                "diagnostics",
                Feather.ACTIVITY,
                () ->
                        new DiagnosticsPage(
                                context,
                                storage.reports(),
                                storage.places(),
                                connection,
                                storage.workers()));
    }

    private SettingsSection ownRelay() {
        return new SettingsSection(
                "own-relay",
                Feather.SERVER,
                () -> new OwnRelayPage(doors.ownRelay(), context.texts()));
    }

    private SettingsSection program() {
        return new SettingsSection(
                "program",
                Feather.PACKAGE,
                () -> new ProgramPage(context, doors.program(), doors.storage().workers()));
    }

    private SettingsSection replies() {
        return new SettingsSection(
                "replies", Feather.MESSAGE_SQUARE, () -> new RepliesPage(context));
    }

    private SettingsSection notifications() {
        return new SettingsSection(
                "notifications", Feather.BELL, () -> new NotificationsPage(context));
    }

    private NotificationDoors notificationDoors() {
        return new NotificationDoors() {
            @Override
            public Optional<ConversationId> attended() {
                return main.attended();
            }

            @Override
            public void open() {
                doors.front().run();
            }

            @Override
            public void open(ConversationId conversation, Target message) {
                doors.front().run();
                main.show(conversation, message);
            }

            @Override
            public void read(List<ConversationRow> rows) {
                count(rows);
            }
        };
    }

    private void showDevices() {
        overlay.hide();
        main.devicesShownProperty().set(true);
    }

    private static Slots.People people(ConversationDialogs dialogs) {
        return new Slots.People() {
            @Override
            public void newConversation(Consumer<ConversationId> chosen) {
                dialogs.newConversation(chosen);
            }

            @Override
            public void members(ConversationId group) {
                dialogs.members(group);
            }
        };
    }

    @Override
    public Parent root() {
        return root;
    }

    MainWindow main() {
        return main;
    }

    /// `Baton – Ana · Desk-1 (3)`
    ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// How many messages are unread, silent conversations left out.
    ReadOnlyLongProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /// Shows a trouble that was met before the window was there.
    void warn(String code) {
        toasts.show(code);
    }

    /// Shows what is no trouble; see [Toasts#tell].
    void tell(String name, Object... arguments) {
        toasts.tell(name, arguments);
    }

    @Override
    public void open() {
        main.open();
        pins.add(main::close);
        toasts.open();
        pins.add(toasts::close);
        notifications.open();
        pins.add(notifications::close);
        Reads.Lane names = context.reads().lane();
        pins.add(names);
        pins.add(context.hints().listen(hint -> onHint(hint, names)));
        name(names);
        showStopped(context.hints().status());
    }

    @Override
    public void close() {
        pins.close();
    }

    private void onHint(Hint hint, Reads.Lane names) {
        switch (hint) {
            case Hint.Devices devices -> name(names);
            case Hint.Settings settings -> name(names);
            case Hint.Status status -> showStopped(status.status());
            default -> {}
        }
    }

    private void count(List<ConversationRow> rows) {
        unread.set(
                rows.stream()
                        .filter(row -> !silence.isSilent(row))
                        .mapToLong(ConversationRow::unread)
                        .sum());
        showTitle();
    }

    private void name(Reads.Lane lane) {
        lane.read(
                () -> new Names(context.me().nameIn(context.store()), deviceNow()),
                now -> {
                    context.me().call(now.person());
                    deviceName = now.device();
                    main.nameDevice(now.device());
                    showTitle();
                });
    }

    private record Names(String person, String device) {}

    private String deviceNow() {
        return context.store().devices().stream()
                .filter(DeviceRow::thisDevice)
                .map(DeviceRow::name)
                .findFirst()
                .orElse(context.me().deviceName());
    }

    private void showTitle() {
        title.set(
                context.texts()
                        .format("status.title", context.me().name(), deviceName, unread.get()));
    }

    private void showStopped(SyncStatus status) {
        boolean signedOut =
                status.link() instanceof SyncStatus.Link.Stopped stopped
                        && stopped.code().equals("device-signed-out");
        if (signedOut && room.getTop() == null) {
            room.setTop(new SignedOutController(context, doors.afterwards(), overlay).root());
        } else if (!signedOut) {
            room.setTop(null);
        }
    }
}

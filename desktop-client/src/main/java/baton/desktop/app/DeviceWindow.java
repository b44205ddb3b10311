package baton.desktop.app;

import baton.desktop.runtime.RelayInvite;
import baton.desktop.store.Identity;
import baton.desktop.store.StoreException;
import baton.desktop.ui.backup.BackupDialog;
import baton.desktop.ui.backup.RestoreDialog;
import baton.desktop.ui.common.AppIcon;
import baton.desktop.ui.common.Avatar;
import baton.desktop.ui.common.LocalSettings;
import baton.desktop.ui.common.Machine;
import baton.desktop.ui.common.Me;
import baton.desktop.ui.common.Overlay;
import baton.desktop.ui.common.OwnRelay;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Places;
import baton.desktop.ui.common.Reads;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Theme;
import baton.desktop.ui.common.Threads;
import baton.desktop.ui.common.Times;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.UiHints;
import baton.desktop.ui.common.UiThread;
import baton.desktop.ui.common.Work;
import baton.desktop.ui.devices.DeviceDoors;
import baton.desktop.ui.devices.SignedOutController;
import baton.desktop.ui.firstrun.Example;
import baton.desktop.ui.firstrun.ExampleViewModel;
import baton.desktop.ui.firstrun.FirstRunController;
import baton.desktop.ui.firstrun.FirstRunViewModel;
import baton.desktop.ui.notices.LocalTrouble;
import baton.desktop.ui.notices.Notice;
import baton.desktop.ui.notices.NoticePage;
import baton.desktop.ui.ownrelay.OwnRelayDoor;
import baton.desktop.ui.ownrelay.OwnRelayViewModel;
import baton.desktop.ui.settings.ProxyDialog;
import baton.desktop.ui.settings.ProxyDoor;
import baton.desktop.ui.shell.MainWindow;
import baton.model.ConversationId;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One device on the screen: the first window until somebody has signed in, the main window from
/// then on. Any number of them live in one program, each with its own runtime. FX thread.
///
/// Whoever made the runtime closes it, after [#close].
public final class DeviceWindow {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceWindow.class);
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 780;
    private static final double WIDTH_MIN = 600;
    private static final double HEIGHT_MIN = 480;

    private final Stage stage;
    private final DeviceRuntime runtime;
    private final Dress dress;
    private final Places places;
    private final UiThread ui = new UiThread();
    private final WindowThreads threads = new WindowThreads();
    private final BorderPane root = new BorderPane();
    private final Pins window = new Pins();
    private final Pins content = new Pins();
    private final ReadOnlyLongWrapper unread = new ReadOnlyLongWrapper();
    private Consumer<Consumer<MainWindow>> main = visit -> {};
    private boolean isEntering;

    /// How the window looks and what it suggests.
    ///
    /// @param profile gives the window its colour; the default profile has none
    /// @param relay address that the first window suggests
    /// @param deviceName that the first window suggests
    /// @param example that the first window offers
    /// @param ownRelay the relay on this computer
    /// @param link that the program was opened with; empty if it was opened without
    /// @param program what it may do about itself
    public record Dress(
            Texts texts,
            Theme theme,
            Machine machine,
            String profile,
            String relay,
            String deviceName,
            Example example,
            OwnRelay ownRelay,
            String link,
            ProgramDesk program) {}

    public DeviceWindow(Stage stage, DeviceRuntime runtime, Dress dress) {
        this(stage, runtime, dress, new SystemPlaces(stage));
    }

    /// The same with other dialogs than the system's, for tests.
    DeviceWindow(Stage stage, DeviceRuntime runtime, Dress dress, Places places) {
        this.places = places;
        this.stage = stage;
        this.runtime = runtime;
        this.dress = dress;
        AppIcon.put(stage);
        root.getStylesheets()
                .add(
                        Objects.requireNonNull(DeviceWindow.class.getResource("window.css"))
                                .toExternalForm());
        if (!dress.profile().equals(DesktopConfig.DEFAULT_PROFILE)) {
            root.setTop(frame(dress.profile()));
        }
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        window.add(dress.theme().install(scene));
        window.listen(
                dress.theme().zoom().percentProperty(),
                (observed, was, percent) ->
                        dress.machine()
                                .settings()
                                .set(LocalSettings.ZOOM, String.valueOf(percent)));
        stage.setScene(scene);
        stage.setMinWidth(WIDTH_MIN);
        stage.setMinHeight(HEIGHT_MIN);
    }

    private static Region frame(String profile) {
        Region frame = new Region();
        frame.getStyleClass().addAll("profile-frame", "hue-" + Avatar.hueOf(profile));
        return frame;
    }

    /// Shows the window where the system puts it.
    public void show() {
        // The stage may have shown a notice in its own size before.
        stage.sizeToScene();
        reveal();
    }

    /// Shows the window at a place on the screen.
    public void showAt(Rectangle2D place) {
        stage.setX(place.getMinX());
        stage.setY(place.getMinY());
        stage.setWidth(place.getWidth());
        stage.setHeight(place.getHeight());
        reveal();
    }

    private void reveal() {
        showContent();
        stage.show();
    }

    /// Opens a conversation, if somebody is signed in.
    public void show(ConversationId conversation) {
        main.accept(window -> window.show(conversation));
    }

    /// Opens or closes the right pane with the account's devices, if somebody is signed in.
    public void showDevices(boolean shown) {
        main.accept(window -> window.devicesShownProperty().set(shown));
    }

    /// How many messages are unread, silent conversations left out; 0 while nobody is signed in.
    public ReadOnlyLongProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /// Where it stands now.
    public Rectangle2D place() {
        return new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    }

    public Stage stage() {
        return stage;
    }

    /// Stores what stands in the composer, ends every reading of the store and hides the window.
    public void close() {
        content.close();
        window.close();
        stage.hide();
        threads.close();
    }

    private void showContent() {
        content.close();
        if (runtime.isSignedIn()) {
            showMain(runtime.me());
        } else {
            showFirstRun("");
        }
    }

    private void showFirstRun(String handle) {
        content.close();
        isEntering = true;
        FirstRunViewModel form =
                new FirstRunViewModel(
                        runtime.entry(),
                        new Threads(threads.network(), ui),
                        dress.texts(),
                        new FirstRunViewModel.Suggestions(dress.relay(), dress.deviceName()),
                        this::showContent);
        form.handle().textProperty().set(handle);
        if (!dress.link().isEmpty()) {
            form.open(dress.link());
        }
        StackPane room = new StackPane();
        Overlay overlay = new Overlay(room);
        RestoreDialog restoring =
                new RestoreDialog(
                        new BackupDialog.Ground(
                                dress.texts(),
                                times(),
                                overlay,
                                places,
                                new Work(threads.workers(), ui),
                                handle),
                        new StorageDesk(runtime, this::restore),
                        RestoreDialog.Place.FIRST_RUN);
        FirstRunController firstRun =
                new FirstRunController(
                        form,
                        dress.texts(),
                        new FirstRunController.Doors(
                                restoring::show,
                                new ProxyDialog(dress.texts(), overlay, proxy())::show,
                                new ExampleViewModel(
                                        dress.example(),
                                        new Threads(threads.network(), ui),
                                        dress.texts()),
                                this::ownRelayDoor));
        room.getChildren().setAll(firstRun.root());
        content.add(overlay::hide);
        stage.setTitle(dress.texts().get("shell.title"));
        put(overlay);
        firstRun.focusFirst();
    }

    private Parent ownRelayDoor(Consumer<RelayInvite> chosen) {
        if (!dress.ownRelay().isOffered()) {
            return new Region();
        }
        OwnRelayDoor door = new OwnRelayDoor(ownRelay(), dress.texts(), chosen);
        door.open();
        return door.root();
    }

    private OwnRelayViewModel ownRelay() {
        return new OwnRelayViewModel(
                dress.ownRelay(), new Threads(threads.network(), ui), dress.texts());
    }

    private void showMain(Identity me) {
        SignedInScreen screen = new SignedInScreen(context(me), me.relay(), doors(me));
        put(screen.root());
        screen.open();
        content.add(screen::close);
        main = visit -> visit.accept(screen.main());
        content.add(() -> main = visit -> {});
        unread.bind(screen.unreadProperty());
        content.add(() -> {
            unread.unbind();
            unread.set(0);
        });
        stage.titleProperty().bind(screen.titleProperty());
        content.add(stage.titleProperty()::unbind);
        if (runtime.salvaged().isPresent()) {
            screen.warn(LocalTrouble.STORE_SALVAGED.code());
        }
        if (!dress.link().isEmpty() && !isEntering) {
            screen.warn(LocalTrouble.LINK_UNUSED.code());
        }
        new ProgramNews(dress.program(), threads.network(), ui).tell(screen);
    }

    private void put(Parent parent) {
        root.setCenter(parent);
    }

    private UiContext context(Identity me) {
        Texts texts = dress.texts();
        return new UiContext(
                new Me(me.account(), me.name(), me.device(), me.deviceName()),
                runtime.reader(),
                runtime.intents(),
                new UiHints(runtime.hints(), ui),
                new Reads(threads.readers(), ui),
                ui,
                texts,
                times(),
                dress.theme(),
                dress.machine());
    }

    private ProxyDoor proxy() {
        return new ProxyDesk(dress.machine().settings(), runtime);
    }

    private Times times() {
        return new Times(dress.texts(), InstantSource.system(), ZoneId::systemDefault);
    }

    private SignedInScreen.Doors doors(Identity me) {
        return new SignedInScreen.Doors(
                runtime.entry(),
                new DeviceDoors(
                        new SharedLinks(runtime.devices(), dress.ownRelay()),
                        () -> signOut(me),
                        threads.network()),
                new SignedOutController.Doors(
                        () -> threads.network().execute(() -> signOut(me)), this::erase),
                new SignedInScreen.Storage(
                        new StorageDesk(runtime, this::restore),
                        new ReportDesk(runtime, LogRing.ofThisRun()),
                        places,
                        threads.workers()),
                proxy(),
                ownRelay(),
                dress.program(),
                this::bringToFront);
    }

    /// Shows the window above others, also one that was closed.
    public void bringToFront() {
        stage.setIconified(false);
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }

    private Optional<String> signOut(Identity me) {
        Optional<String> trouble = runtime.signOut();
        if (trouble.isEmpty()) {
            ui.execute(() -> showFirstRun(me.account().handle()));
        }
        return trouble;
    }

    /// Nothing may read the store while another one takes its place.
    private void restore(Restoration restoration) {
        content.close();
        put(new Region());
        threads.network()
                .execute(() -> {
                    try {
                        runtime.restore(restoration);
                        String handle = runtime.handle();
                        ui.execute(() -> showFirstRun(handle));
                    } catch (ProfileException e) {
                        LOG.warn("The backup cannot take its place", e);
                        ui.execute(() -> showStuck(e.code(), e, this::showContent));
                    } catch (StoreException e) {
                        LOG.warn("The backup cannot take its place", e);
                        ui.execute(() -> showStuck(e.code(), e, this::showContent));
                    }
                });
    }

    /// Nothing may read the store while it is taken away.
    private void erase() {
        content.close();
        put(new Region());
        threads.network().execute(this::eraseStored);
    }

    private void eraseStored() {
        try {
            runtime.erase();
            ui.execute(() -> showFirstRun(""));
        } catch (ProfileException e) {
            LOG.warn("The profile cannot be erased", e);
            ui.execute(() -> showStuck(e.code(), e, this::erase));
        }
    }

    private void showStuck(String code, Exception trouble, Runnable again) {
        NoticePage page =
                new NoticePage(
                        Notice.of(code, dress.texts()),
                        trouble.toString(),
                        dress.texts(),
                        "notice.again",
                        again,
                        stage::close);
        put(page.root());
        page.focus();
    }
}

package baton.desktop.app;

import baton.desktop.store.StoreException;
import baton.desktop.ui.common.AppIcon;
import baton.desktop.ui.common.Links;
import baton.desktop.ui.common.LocalSettings;
import baton.desktop.ui.common.Machine;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Theme;
import baton.desktop.ui.common.UiThread;
import baton.desktop.ui.firstrun.Example;
import baton.desktop.ui.notices.LocalTrouble;
import baton.desktop.ui.notices.Notice;
import baton.desktop.ui.notices.NoticePage;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/// The desktop as JavaFX runs it: opens the profile beside the FX thread, then shows its window, or
/// a sentence saying why there is none. Made by the launcher; FX thread.
public final class DesktopApp extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopApp.class);
    private static final double NOTICE_WIDTH = 720;
    private static final double NOTICE_HEIGHT = 520;

    private final DesktopOptions options = new DesktopOptions();
    private final UiThread ui = new UiThread();
    private final Pins notice = new Pins();
    private Runnable leave = () -> {};
    private Runnable front = () -> {};
    private Optional<Outside> outside = Optional.empty();
    private Optional<OwnRelayProgram> own = Optional.empty();
    private AdminFile admin = new AdminFile(Optional.empty(), true, List.of());

    @Override
    public void start(Stage stage) {
        LogRing.ofThisRun();
        new CommandLine(options).parseArgs(getParameters().getRaw().toArray(String[]::new));
        Texts texts = options.texts();
        Theme theme = new Theme(Theme.Choice.of(options.theme()));
        Thread.setDefaultUncaughtExceptionHandler(new Alarm(texts, theme, ui));
        Outside marks = new Outside(texts, ui, () -> front.run());
        outside = Optional.of(marks);
        marks.open();
        admin = AdminFile.read(Installation.ofThisRun().adminFile(System.getenv()));
        Links links = target -> getHostServices().showDocument(target.toString());
        OwnRelayProgram ownRelay = OwnRelayProgram.of(options.config());
        own = Optional.of(ownRelay);
        open(
                stage,
                new DeviceWindow.Dress(
                        texts,
                        theme,
                        marks.machine(links, LocalSettings.inMemory()),
                        options.config().profile(),
                        options.relay(admin.relay()),
                        deviceName(),
                        Example.none(),
                        ownRelay,
                        options.link(),
                        ProgramDesk.none()));
        Thread.ofVirtual().name("own-relay").start(ownRelay::resume);
    }

    private void open(Stage stage, DeviceWindow.Dress dress) {
        Thread.ofVirtual()
                .name("open-profile")
                .start(() -> {
                    try {
                        DesktopConfig config = options.config();
                        DeviceRuntime runtime = DeviceRuntime.open(config);
                        DeviceSettings settings = DeviceSettings.of(config);
                        DeviceWindow.Dress dressed =
                                dressed(dress, settings, program(config, runtime, settings));
                        ui.execute(() -> show(stage, runtime, config, dressed));
                    } catch (ProfileException e) {
                        ui.execute(() -> refuse(stage, dress, e.code(), e));
                    } catch (StoreException e) {
                        ui.execute(() -> refuse(stage, dress, e.code(), e));
                    } catch (RuntimeException e) {
                        String code = LocalTrouble.UNEXPECTED.code();
                        ui.execute(() -> refuse(stage, dress, code, e));
                    }
                });
    }

    /// The look and language that a person chose on this device, unless the command line says
    /// otherwise.
    private DeviceWindow.Dress dressed(
            DeviceWindow.Dress dress, LocalSettings settings, ProgramDesk program) {
        String theme = settings.get(LocalSettings.THEME);
        if (options.theme().equals("system") && !theme.isEmpty()) {
            dress.theme().choiceProperty().set(Theme.Choice.of(theme));
        }
        dress.theme().zoom().set(settings.get(LocalSettings.ZOOM));
        dress.theme().motion().set(settings.get(LocalSettings.MOTION));
        String language = settings.get(LocalSettings.LANGUAGE);
        boolean chosen =
                options.language().equals("system")
                        && !language.isEmpty()
                        && !language.equals("system");
        Texts texts = chosen ? Texts.of(language) : dress.texts();
        return new DeviceWindow.Dress(
                texts,
                dress.theme(),
                new Machine(
                        dress.machine().links(),
                        settings,
                        dress.machine().notifications(),
                        dress.machine().tray()),
                dress.profile(),
                dress.relay(),
                dress.deviceName(),
                ExampleProgram.of(options.config(), dress.theme(), texts),
                dress.ownRelay(),
                dress.link(),
                program);
    }

    private ProgramDesk program(
            DesktopConfig config, DeviceRuntime runtime, LocalSettings settings) {
        ProgramFacts facts =
                new ProgramFacts(Installation.ofThisRun(), admin, config, options.portableData());
        return new ProgramDesk(
                facts.of(
                        System.getenv(),
                        runtime.proxies(),
                        file -> getHostServices().showDocument(file.toUri().toString())),
                settings);
    }

    private void show(
            Stage stage, DeviceRuntime runtime, DesktopConfig config, DeviceWindow.Dress dress) {
        notice.close();
        DeviceWindow window = new DeviceWindow(stage, runtime, dress);
        WindowBounds bounds = WindowBounds.of(config);
        bounds.read().filter(DesktopApp::isOnAScreen).ifPresentOrElse(window::showAt, window::show);
        if (options.isStartMeasured()) {
            new StartMeasure().start();
        }
        front = window::bringToFront;
        outside.ifPresent(marks -> marks.follow(window, dress.machine().settings()));
        leave =
                () -> {
                    bounds.write(window.place());
                    window.close();
                    runtime.close();
                };
    }

    private void refuse(Stage stage, DeviceWindow.Dress dress, String code, Exception cause) {
        LOG.error("The profile cannot be opened: {}", code, cause);
        NoticePage page =
                new NoticePage(
                        Notice.of(code, dress.texts()),
                        cause.toString(),
                        dress.texts(),
                        "notice.again",
                        () -> open(stage, dress),
                        Platform::exit);
        Scene scene = new Scene(page.root(), NOTICE_WIDTH, NOTICE_HEIGHT);
        notice.close();
        notice.add(dress.theme().install(scene));
        stage.setScene(scene);
        AppIcon.put(stage);
        stage.setTitle(dress.texts().get("shell.title"));
        stage.show();
        page.focus();
    }

    /// The last window was closed, or somebody asked to quit.
    @Override
    public void stop() {
        leave.run();
        outside.ifPresent(Outside::close);
        own.ifPresent(OwnRelayProgram::close);
    }

    private static boolean isOnAScreen(Rectangle2D place) {
        return !Screen.getScreensForRectangle(place).isEmpty();
    }

    private static String deviceName() {
        String user = System.getProperty("user.name", "");
        return hostName().map(host -> host + " · " + user).orElse(user);
    }

    private static Optional<String> hostName() {
        try {
            return Optional.of(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException e) {
            LOG.debug("This computer does not know its own name", e);
            return Optional.empty();
        }
    }
}

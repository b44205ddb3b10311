package baton.desktop.app;

import baton.desktop.platform.BusMarks;
import baton.desktop.platform.BusNotifications;
import baton.desktop.ui.common.Links;
import baton.desktop.ui.common.LocalSettings;
import baton.desktop.ui.common.Machine;
import baton.desktop.ui.common.Texts;
import baton.model.SettingNames;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What stands of the program outside its window: notifications of the system, an icon in the tray,
/// a number in the task bar. Each is looked for beside the start, which waits for none of them.
final class Outside implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Outside.class);
    private static final long PATIENCE_SECONDS = 1;

    private final ExecutorService busThread = oneByOne("notifications");
    private final ExecutorService marksThread = oneByOne("marks");
    private final BusNotifications bus;
    private final BusMarks marks;

    /// @param ui runs on the FX thread
    /// @param front brings the window to the front; FX thread
    Outside(Texts texts, Executor ui, Runnable front) {
        bus = new BusNotifications(busThread, texts.get("notifications.open"));
        Runnable open = () -> ui.execute(front);
        marks =
                new BusMarks(
                        marksThread,
                        new BusMarks.Words(
                                texts.get("shell.title"),
                                texts.get("notifications.open"),
                                texts.get("notifications.quit")),
                        new BusMarks.Doors(open, Platform::exit, open));
    }

    /// A thread that keeps nobody waiting at the end.
    private static ExecutorService oneByOne(String name) {
        return Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
    }

    void open() {
        bus.connect("");
        marks.connect("");
    }

    Machine machine(Links links, LocalSettings settings) {
        return new Machine(links, settings, bus, marks);
    }

    /// Shows how much is unread, and lets the window be closed without an end of the program, if a
    /// person wants that and the tray leads back to it. FX thread.
    void follow(DeviceWindow window, LocalSettings settings) {
        Stage stage = window.stage();
        Runnable tell = () -> marks.unread(window.unreadProperty().get(), stage.getTitle());
        stage.titleProperty().addListener((observed, was, title) -> tell.run());
        tell.run();
        stage.setOnCloseRequest(event -> {
            if (marks.isThere() && settings.get(LocalSettings.TRAY).equals(SettingNames.ON)) {
                event.consume();
                Platform.setImplicitExit(false);
                stage.hide();
            }
        });
        stage.setOnShown(event -> Platform.setImplicitExit(true));
    }

    /// Takes away what is shown, and waits for it no longer than a person would.
    @Override
    public void close() {
        bus.close();
        marks.close();
        for (ExecutorService thread : List.of(busThread, marksThread)) {
            thread.shutdown();
            try {
                if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    LOG.info("The system does not let go of what it shows");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

package baton.desktop.app;

import baton.desktop.runtime.Pin;
import baton.desktop.ui.common.AppIcon;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Theme;
import baton.desktop.ui.notices.LocalTrouble;
import baton.desktop.ui.notices.Notice;
import baton.desktop.ui.notices.NoticePage;
import baton.model.Allowed;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What happens to a bug that nothing caught, on any thread: it is logged, and one dialog at a time
/// says so and lets a person copy the details.
@Allowed("prints a stack trace into a text that a person may copy")
final class Alarm implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Alarm.class);
    private static final double WIDTH = 640;
    private static final double HEIGHT = 460;

    private final Texts texts;
    private final Theme theme;
    private final Executor ui;
    private final AtomicBoolean shown = new AtomicBoolean();

    Alarm(Texts texts, Theme theme, Executor ui) {
        this.texts = texts;
        this.theme = theme;
        this.ui = ui;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable bug) {
        LOG.error("Uncaught on {}", thread.getName(), bug);
        if (shown.compareAndSet(false, true)) {
            String details = thread.getName() + "\n" + traceOf(bug);
            ui.execute(() -> show(details));
        }
    }

    private void show(String details) {
        Stage stage = new Stage();
        NoticePage page =
                new NoticePage(
                        Notice.of(LocalTrouble.UNEXPECTED.code(), texts),
                        details,
                        texts,
                        "notice.continue",
                        stage::hide,
                        Platform::exit);
        Scene scene = new Scene(page.root(), WIDTH, HEIGHT);
        Pin dressed = theme.install(scene);
        stage.setScene(scene);
        AppIcon.put(stage);
        stage.setTitle(texts.get("shell.title"));
        stage.setOnHidden(event -> {
            dressed.close();
            shown.set(false);
        });
        stage.show();
        page.focus();
    }

    private static String traceOf(Throwable bug) {
        StringWriter trace = new StringWriter();
        bug.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}

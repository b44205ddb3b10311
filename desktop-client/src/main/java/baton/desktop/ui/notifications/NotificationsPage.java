package baton.desktop.ui.notifications;

import baton.desktop.ui.common.Quiet;
import baton.desktop.ui.common.QuietMenu;
import baton.desktop.ui.common.Segments;
import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.SwitchRow;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.View;
import baton.desktop.ui.notifications.Moment.Scope;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What a person is told of on this device, as a page of the settings. FX thread.
public final class NotificationsPage implements View {
    private final UiContext context;
    private final NotificationSettings settings;
    private final BooleanProperty texts = new SimpleBooleanProperty();
    private final BooleanProperty sound = new SimpleBooleanProperty();
    private final BooleanProperty stay = new SimpleBooleanProperty();
    private final SwitchRow tray;
    private final Parent root;
    @FXML private HBox scopes;
    @FXML private HBox spans;
    @FXML private Label until;
    @FXML private VBox switches;

    public NotificationsPage(UiContext context) {
        this.context = context;
        settings = new NotificationSettings(context.machine().settings());
        tray = row("settings.tray", stay, settings::setStaysInTray);
        root = context.views().load("NotificationsPage", this);
    }

    @FXML
    private void initialize() {
        switches.getChildren()
                .addAll(
                        row("settings.notify-text", texts, settings::setShowsText),
                        row("settings.notify-sound", sound, settings::setSounds),
                        tray);
    }

    private SwitchRow row(String key, BooleanProperty value, Consumer<Boolean> keep) {
        return new SwitchRow(context.texts(), key)
                .of(
                        value,
                        on -> {
                            value.set(on);
                            keep.accept(on);
                        });
    }

    @Override
    public Parent root() {
        return root;
    }

    /// Time may have ended what was chosen the last time.
    @Override
    public void open() {
        scopes.getChildren().clear();
        Segments.fill(
                scopes,
                context.texts(),
                "settings.notify.",
                Scope.values(),
                settings.scope(),
                settings::setScope);
        spans.getChildren().clear();
        Segments.fill(
                spans,
                context.texts(),
                "settings.quiet.",
                Quiet.Span.values(),
                context.machine().quiet().span(context.times()),
                this::silence);
        texts.set(settings.showsText());
        sound.set(settings.sounds());
        stay.set(settings.staysInTray());
        Shown.when(tray, context.machine().tray().isThere());
        showEnd();
    }

    private void silence(Quiet.Span span) {
        context.machine().quiet().begin(span, context.times());
        showEnd();
    }

    private void showEnd() {
        until.setText(QuietMenu.sentence(context));
    }
}

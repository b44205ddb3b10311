package baton.desktop.ui.settings;

import baton.desktop.ui.common.Overlay;
import baton.desktop.ui.common.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// [ProxyForm] above the first window: behind a proxy nobody gets to the settings without it. FX
/// thread.
public final class ProxyDialog {
    private final Texts texts;
    private final Overlay overlay;
    private final ProxyDoor door;

    public ProxyDialog(Texts texts, Overlay overlay, ProxyDoor door) {
        this.texts = texts;
        this.overlay = overlay;
        this.door = door;
    }

    public void show() {
        Label title = new Label(texts.get("settings.proxy"));
        title.getStyleClass().add("title");
        Button done = new Button(texts.get("settings.done"));
        done.getStyleClass().add("primary-button");
        done.setMinWidth(Button.USE_PREF_SIZE);
        done.setOnAction(event -> overlay.hide());
        HBox buttons = new HBox(done);
        buttons.getStyleClass().add("dialog-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox dialog = new VBox(title, new ProxyForm(texts, door).root(), buttons);
        dialog.getStyleClass().add("dialog");
        overlay.show(dialog, texts.get("settings.proxy"), done, () -> {});
    }
}

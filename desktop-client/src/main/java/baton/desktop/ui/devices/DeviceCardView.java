package baton.desktop.ui.devices;

import baton.desktop.ui.common.Texts;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One card of the devices pane. FX thread.
final class DeviceCardView extends VBox {
    private final Texts texts;
    private final Region dot = new Region();
    private final Label name = label("strong");
    private final Label here = label("faint", "small");
    private final Label state = label("caption", "quiet", "digits");
    private final Label counts = label("caption", "quiet", "digits");
    private final ProgressBar progress = new ProgressBar();

    DeviceCardView(Texts texts) {
        this.texts = texts;
        getStyleClass().addAll("card", "device-card");
        setAccessibleRole(AccessibleRole.TEXT);
        here.setText(texts.get("devices.this-device"));
        here.setMinWidth(USE_PREF_SIZE);
        progress.getStyleClass().add("meter");
        progress.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(8, dot, name, here);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, state, counts, progress);
    }

    void show(DeviceCard card) {
        dot.getStyleClass()
                .setAll(
                        "dot",
                        switch (card.tone()) {
                            case OK -> "ok";
                            case WARN -> "warn";
                            case OFF -> "off";
                        });
        name.setText(card.name());
        state.setText(card.state());
        counts.setText(card.counts());
        showOnly(here, card.here());
        showOnly(counts, !card.counts().isEmpty());
        showOnly(progress, card.progress() >= 0);
        progress.setProgress(Math.max(0, card.progress()));
        setAccessibleText(texts.format("devices.spoken", card.name(), card.state(), card.counts()));
    }

    private static void showOnly(javafx.scene.Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static Label label(String... classes) {
        Label label = new Label();
        label.getStyleClass().addAll(classes);
        return label;
    }
}

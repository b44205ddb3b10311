package baton.desktop.ui.common;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// How far a [Work] is, and a button that breaks it off; takes no room while nothing is under way.
/// FX thread.
public final class WorkBar extends HBox {
    private static final double UNTOLD = 0;

    public WorkBar(Texts texts, Work work) {
        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().add("meter");
        bar.setMaxWidth(Double.MAX_VALUE);
        // A bar that runs to and fro would move by itself.
        bar.progressProperty()
                .bind(work.shareProperty().map(share -> Math.max(UNTOLD, share.doubleValue())));
        bar.setAccessibleText(texts.get("work.progress"));
        HBox.setHgrow(bar, Priority.ALWAYS);
        Label percent = new Label();
        percent.getStyleClass().addAll("caption", "quiet", "digits");
        percent.setMinWidth(Label.USE_PREF_SIZE);
        percent.textProperty().bind(work.shareProperty().map(WorkBar::percent));
        Button stop = new Button(texts.get("work.stop"));
        stop.getStyleClass().add("text-button");
        stop.setMinWidth(Button.USE_PREF_SIZE);
        stop.setOnAction(event -> work.stop());
        setSpacing(12);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(bar, percent, stop);
        Shown.when(this, work.busyProperty());
    }

    private static String percent(Number share) {
        return share.doubleValue() < 0 ? "…" : Math.round(share.doubleValue() * 100) + " %";
    }
}

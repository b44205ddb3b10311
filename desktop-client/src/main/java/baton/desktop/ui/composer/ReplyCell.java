package baton.desktop.ui.composer;

import baton.desktop.ui.common.CannedReply;
import baton.desktop.ui.common.SafeText;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// A canned reply that a name may mean, and how it begins.
final class ReplyCell extends ListCell<CannedReply> {
    private final Label name = new Label();
    private final Label text = new Label();
    private final HBox row = new HBox(8, name, text);

    ReplyCell() {
        name.getStyleClass().addAll("small", "strong");
        name.setMinWidth(Label.USE_PREF_SIZE);
        text.getStyleClass().addAll("caption", "quiet");
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable CannedReply reply, boolean empty) {
        super.updateItem(reply, empty);
        if (empty || reply == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        name.setText(SafeText.line(reply.name()));
        text.setText(SafeText.line(reply.text()));
        setAccessibleText(name.getText() + ", " + text.getText());
        setGraphic(row);
    }
}

package baton.desktop.ui.composer;

import baton.desktop.ui.common.Emoji;
import baton.desktop.ui.common.EmojiNames.Named;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;

/// An emoji that a begun name may mean, and that name.
final class EmojiCell extends ListCell<Named> {
    private static final double SIZE = 20;

    private final Label name = new Label();

    EmojiCell() {
        name.getStyleClass().addAll("small", "body");
    }

    @Override
    protected void updateItem(Named named, boolean empty) {
        super.updateItem(named, empty);
        if (empty || named == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        name.setText(named.name());
        HBox row = new HBox(10, Emoji.draw(named.emoji(), SIZE), name);
        row.setAlignment(Pos.CENTER_LEFT);
        setAccessibleText(named.emoji() + " " + named.name());
        setGraphic(row);
    }
}

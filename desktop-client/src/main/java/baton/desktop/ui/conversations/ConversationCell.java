package baton.desktop.ui.conversations;

import baton.desktop.ui.common.Avatar;
import baton.desktop.ui.common.TickMark;
import java.text.NumberFormat;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Draws one line: avatar, title and time above, tick, preview and badge below. The badge's place
/// is as high as the preview, so that a line never changes its height.
final class ConversationCell extends ListCell<ConversationItem> {
    private final Avatar avatar = new Avatar(true);
    private final Label title = label("strong");
    private final Label time = label("caption", "faint", "digits");
    private final TickMark tick = new TickMark();
    private final Label draft = label("small", "alarm-text");
    private final Label preview = label("small", "quiet");
    private final Label badge = label("badge");
    private final HBox line;
    private final NumberFormat numbers;

    /// @param draftWord what stands before a draft
    ConversationCell(String draftWord, NumberFormat numbers) {
        this.numbers = numbers;
        draft.setText(draftWord);
        rigid(time);
        rigid(draft);
        rigid(badge);
        HBox top = row(8, title, spring(), time);
        HBox bottom = row(6, tick, draft, preview, spring(), badge);
        bottom.getStyleClass().add("second-line");
        VBox words = new VBox(2, top, bottom);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        line = row(12, avatar, words);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(ConversationItem item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        avatar.show(item.identity(), item.title());
        title.setText(item.title());
        time.setText(item.time());
        tick.show(item.tick());
        show(draft, item.isDraft());
        preview.setText(item.preview());
        show(badge, item.unread() > 0);
        badge.setText(numbers.format(item.unread()));
        setAccessibleText(item.spoken());
        setGraphic(line);
    }

    private static void show(Label label, boolean shown) {
        label.setManaged(shown);
        label.setVisible(shown);
    }

    private static HBox row(double gap, javafx.scene.Node... nodes) {
        HBox row = new HBox(gap, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    private static Label label(String... classes) {
        Label label = new Label();
        label.getStyleClass().addAll(classes);
        return label;
    }

    private static void rigid(Label label) {
        label.setMinWidth(USE_PREF_SIZE);
    }
}

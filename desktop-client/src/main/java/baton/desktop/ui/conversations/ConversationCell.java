package baton.desktop.ui.conversations;

import baton.desktop.ui.common.Avatar;
import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.TickMark;
import java.text.NumberFormat;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Draws one line: avatar, title and time above, tick, preview and badge below. The badge's place
/// is as high as the preview, so that a line never changes its height.
final class ConversationCell extends ListCell<ConversationItem> {
    private final Avatar avatar = new Avatar(true);
    private final Label title = label("strong");
    private final Label time = label("caption", "faint", "digits");
    private final TickMark tick = new TickMark();
    private final Label draft = label("small", "alarm-text");
    private final Label preview = label("small");
    private final Label mention = label("mention-badge");
    private final Label badge = label("badge");
    private final FontIcon muted = new FontIcon(Feather.BELL_OFF);
    private final FontIcon pinned = new FontIcon(Feather.BOOKMARK);
    private final Region presence = new Region();
    private final HBox line;
    private final NumberFormat numbers;

    /// @param draftWord what stands before a draft
    ConversationCell(String draftWord, NumberFormat numbers) {
        this.numbers = numbers;
        draft.setText(draftWord);
        mention.setText("@");
        rigid(time);
        rigid(draft);
        rigid(mention);
        rigid(badge);
        muted.getStyleClass().add("mark");
        pinned.getStyleClass().add("mark");
        presence.getStyleClass().addAll("dot", "ok", "presence");
        StackPane face = new StackPane(avatar, presence);
        StackPane.setAlignment(presence, Pos.BOTTOM_RIGHT);
        face.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        HBox top = row(6, title, muted, spring(), time);
        HBox bottom = row(6, tick, draft, preview, spring(), mention, badge, pinned);
        bottom.getStyleClass().add("second-line");
        VBox words = new VBox(2, top, bottom);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        line = row(12, face, words);
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
        Shown.when(draft, item.preview().kind() == ConversationItem.Kind.DRAFT);
        preview.setText(item.preview().text());
        boolean typing = item.preview().kind() == ConversationItem.Kind.TYPING;
        preview.getStyleClass().setAll("label", "small", typing ? "ok-text" : "quiet");
        presence.setVisible(item.online());
        showMarks(item.marks());
        setAccessibleText(item.spoken());
        setGraphic(line);
    }

    private void showMarks(ConversationItem.Marks marks) {
        Shown.when(mention, marks.mentions() > 0);
        Shown.when(badge, marks.unread() > 0);
        badge.setText(numbers.format(marks.unread()));
        badge.getStyleClass().setAll("label", "badge");
        if (marks.muted()) {
            badge.getStyleClass().add("silent");
        }
        Shown.when(muted, marks.muted());
        Shown.when(pinned, marks.pinned() && marks.unread() == 0);
    }

    private static HBox row(double gap, Node... nodes) {
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

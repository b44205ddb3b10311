package baton.desktop.ui.search;

import baton.desktop.ui.common.Avatar;
import baton.desktop.ui.common.Shown;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Draws one line of what was found: who and when, where, and the hit among its words. Of the words
/// only those after the hit give way, so the hit is always in sight.
final class SearchCell extends ListCell<SearchItem> {
    private static final double HIT_MAX = 150;

    private final Avatar avatar = new Avatar(true);
    private final Label person = label("strong", "small");
    private final Label time = label("caption", "faint", "digits");
    private final Label place = label("caption", "quiet");
    private final Label before = label("small", "quiet");
    private final Label hit = label("small", "hit");
    private final Label after = label("small", "quiet");
    private final HBox line;

    /// @param chosen a click on a line means that the person wants to go there
    SearchCell(Runnable chosen) {
        setOnMouseClicked(event -> {
            if (!isEmpty()) {
                chosen.run();
            }
        });
        time.setMinWidth(USE_PREF_SIZE);
        before.setMinWidth(USE_PREF_SIZE);
        hit.setMinWidth(USE_PREF_SIZE);
        hit.setMaxWidth(HIT_MAX);
        after.setMinWidth(0);
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        HBox top = new HBox(6, person, spring, time);
        top.setAlignment(Pos.BASELINE_LEFT);
        HBox text = new HBox(before, hit, after);
        text.setAlignment(Pos.CENTER_LEFT);
        VBox words = new VBox(1, top, place, text);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        line = new HBox(12, avatar, words);
        line.setAlignment(Pos.CENTER_LEFT);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
    }

    private static Label label(String... classes) {
        Label label = new Label();
        label.getStyleClass().addAll(classes);
        return label;
    }

    @Override
    protected void updateItem(SearchItem item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        avatar.show(item.handle(), item.person());
        person.setText(item.person());
        time.setText(item.time());
        write(place, item.place());
        write(before, item.excerpt().before());
        write(hit, item.excerpt().hit());
        after.setText(item.excerpt().after());
        setAccessibleText(item.spoken());
        setGraphic(line);
    }

    private static void write(Label label, String words) {
        label.setText(words);
        Shown.when(label, !words.isEmpty());
    }
}

package baton.desktop.ui.outbox;

import baton.desktop.ui.common.Emoji;
import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.TickMark;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One row of the outbox. Deleting says first what it means, in the row itself. FX thread.
final class OutboxRow extends VBox {
    /// Three lines; the whole text is a copy or an edit away.
    private static final double WORDS_HEIGHT = 60;

    private static final double SIGN = 16;

    private final Texts texts;
    private final Actions actions;
    private final Label words = label("small", "body");
    private final TickMark tick = new TickMark();
    private final Label stands = label("caption", "quiet", "digits");
    private final Label problem = label("caption", "alarm-text");
    private final Label tries = label("caption", "quiet", "digits");
    private final HBox choices = new HBox(8);
    private final Label meaning = label("caption", "body");
    private final Button yes;
    private final VBox question;
    private final Button retry;
    private final Button edit;
    private final Button copy;
    private final Button delete;

    /// What the buttons do.
    record Actions(
            Consumer<OutboxItem> retry,
            Consumer<OutboxItem> edit,
            Consumer<OutboxItem> copy,
            Consumer<OutboxItem> delete) {}

    OutboxRow(Texts texts, Actions actions) {
        this.texts = texts;
        this.actions = actions;
        getStyleClass().addAll("card", "outbox-row");
        setAccessibleRole(AccessibleRole.TEXT);
        words.setContentDisplay(ContentDisplay.RIGHT);
        words.setMaxHeight(WORDS_HEIGHT);
        words.setMinHeight(USE_COMPUTED_SIZE);
        HBox state = new HBox(6, tick, stands);
        state.setAlignment(Pos.CENTER_LEFT);
        retry = button("timeline.retry");
        edit = button("timeline.edit");
        copy = button("timeline.copy");
        delete = button("timeline.delete");
        choices.getChildren().addAll(retry, edit, copy, delete);
        yes = button("outbox.delete.yes");
        yes.getStyleClass().add("outbox-yes");
        Button no = button("outbox.delete.no");
        no.setOnAction(event -> ask(false));
        question = new VBox(2, meaning, new HBox(8, yes, no));
        delete.setOnAction(event -> ask(true));
        Shown.when(question, false);
        getChildren().addAll(words, state, problem, tries, choices, question);
    }

    private void ask(boolean open) {
        Shown.when(question, open);
        (open ? yes : delete).requestFocus();
        Shown.when(choices, !open);
    }

    void show(OutboxItem item) {
        words.setText(item.words());
        words.setGraphic(item.sign().isEmpty() ? null : Emoji.draw(item.sign(), SIGN));
        tick.show(item.tick());
        stands.setText(item.stands());
        problem.setText(item.problem());
        Shown.when(problem, item.isFailed());
        tries.setText(item.tries());
        Shown.when(tries, !item.tries().isEmpty());
        meaning.setText(item.meaning());
        boolean asking = question.isVisible() && item.isFailed();
        Shown.when(question, asking);
        boolean any = item.isFailed() || !item.choices().text().isEmpty();
        Shown.when(choices, any && !asking);
        offer(retry, item.choices().retry(), () -> actions.retry().accept(item));
        offer(edit, item.choices().edit(), () -> actions.edit().accept(item));
        offer(copy, !item.choices().text().isEmpty(), () -> actions.copy().accept(item));
        Shown.when(delete, item.choices().delete());
        yes.setOnAction(event -> actions.delete().accept(item));
        setAccessibleText(item.spoken());
        delete.setAccessibleText(texts.format("outbox.delete.spoken", item.words()));
    }

    private static void offer(Button button, boolean possible, Runnable action) {
        Shown.when(button, possible);
        button.setOnAction(event -> action.run());
    }

    private Button button(String key) {
        Button button = new Button(texts.get(key));
        button.getStyleClass().setAll("button", "text-button", "caption");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static Label label(String... styles) {
        Label label = new Label();
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}

package baton.desktop.ui.composer;

import baton.desktop.runtime.Pin;
import baton.desktop.ui.common.GrowingTextArea;
import baton.desktop.ui.common.Pins;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;

/// What a begun word may become, above the composer. The text keeps the focus: Up and Down choose,
/// Enter or Tab completes, Esc closes. FX thread.
final class CompletionPopup<T> {
    private static final double ROW = 36;
    private static final double WIDTH = 280;
    private static final double GAP = 10;

    /// A word that was begun, from `start` up to the `caret`.
    interface Begun<T> {
        int start();

        int caret();

        /// What it may become, best first; at least one.
        List<T> choices();

        /// What stands there instead of the word afterwards.
        String wordsOf(T choice);
    }

    private final Node host;
    private final GrowingTextArea text;
    private final IntFunction<Optional<? extends Begun<T>>> begunAt;
    private final ListView<T> list = new ListView<>();
    private final Popup popup = new Popup();
    private Optional<? extends Begun<T>> shown = Optional.empty();

    /// @param host around the text, so that keys come here before they come to the text
    /// @param begunAt what is begun at a caret
    CompletionPopup(
            Node host,
            GrowingTextArea text,
            IntFunction<Optional<? extends Begun<T>>> begunAt,
            Supplier<ListCell<T>> cells) {
        this.host = host;
        this.text = text;
        this.begunAt = begunAt;
        list.setCellFactory(view -> {
            ListCell<T> cell = cells.get();
            // As wide as the list: a long name ends in an ellipsis instead of bringing a scroll
            // bar.
            cell.setPrefWidth(0);
            return cell;
        });
        list.setFixedCellSize(ROW);
        list.setPrefWidth(WIDTH);
        list.setFocusTraversable(false);
        list.setOnMouseClicked(event -> complete());
        list.getStyleClass().add("completions");
        StackPane card = new StackPane(list);
        card.getStyleClass().add("popover");
        popup.getContent().add(card);
        popup.setAutoHide(true);
        popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_BOTTOM_LEFT);
    }

    Pin open() {
        Pins pins = new Pins();
        pins.listen(text.caretPositionProperty(), (observed, was, now) -> look());
        pins.listen(text.focusedProperty(), (observed, was, now) -> look());
        EventHandler<KeyEvent> keys = this::onKey;
        host.addEventFilter(KeyEvent.KEY_PRESSED, keys);
        pins.add(() -> host.removeEventFilter(KeyEvent.KEY_PRESSED, keys));
        pins.add(popup::hide);
        return pins;
    }

    private void look() {
        shown = text.isFocused() ? begunAt.apply(text.getCaretPosition()) : Optional.empty();
        shown.ifPresentOrElse(this::show, popup::hide);
    }

    private void show(Begun<T> begun) {
        list.getItems().setAll(begun.choices());
        list.getSelectionModel().selectFirst();
        list.setPrefHeight(begun.choices().size() * ROW);
        Bounds place = text.localToScreen(text.getBoundsInLocal());
        popup.show(text, place.getMinX(), place.getMinY() - GAP);
    }

    private void onKey(KeyEvent event) {
        KeyCode key = event.getCode();
        if (!popup.isShowing() || (key == KeyCode.ENTER && !text.isOwnEnter())) {
            return;
        }
        int at = list.getSelectionModel().getSelectedIndex();
        if (key == KeyCode.DOWN) {
            list.getSelectionModel().select(Math.min(at + 1, list.getItems().size() - 1));
        } else if (key == KeyCode.UP) {
            list.getSelectionModel().select(Math.max(at - 1, 0));
        } else if (key == KeyCode.ENTER || key == KeyCode.TAB) {
            complete();
        } else if (key == KeyCode.ESCAPE) {
            popup.hide();
        } else {
            return;
        }
        event.consume();
    }

    private void complete() {
        T chosen = list.getSelectionModel().getSelectedItem();
        shown.filter(begun -> chosen != null && begun.caret() <= text.getLength())
                .ifPresent(begun ->
                        text.replaceText(begun.start(), begun.caret(), begun.wordsOf(chosen)));
        popup.hide();
    }
}

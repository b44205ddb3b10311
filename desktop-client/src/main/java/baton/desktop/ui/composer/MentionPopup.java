package baton.desktop.ui.composer;

import baton.desktop.runtime.Pin;
import baton.desktop.ui.common.Avatar;
import baton.desktop.ui.common.ConversationNames;
import baton.desktop.ui.common.Pins;
import baton.model.Member;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;

/// The members that `@` and some letters may mean, above the composer. The text keeps the focus: Up
/// and Down choose, Enter or Tab completes, Esc closes. FX thread.
final class MentionPopup {
    private static final double ROW = 36;
    private static final double WIDTH = 280;
    private static final double GAP = 10;

    private final Node host;
    private final TextArea text;
    private final ComposerViewModel model;
    private final ListView<Member> list = new ListView<>();
    private final Popup popup = new Popup();
    private Optional<MentionCompletion> shown = Optional.empty();

    /// @param host around the text, so that keys come here before they come to the text
    MentionPopup(Node host, TextArea text, ComposerViewModel model) {
        this.host = host;
        this.text = text;
        this.model = model;
        list.setCellFactory(view -> new MemberCell());
        list.setFixedCellSize(ROW);
        list.setPrefWidth(WIDTH);
        list.setFocusTraversable(false);
        list.setOnMouseClicked(event -> complete());
        list.getStyleClass().add("mentions");
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
        javafx.event.EventHandler<KeyEvent> keys = this::onKey;
        host.addEventFilter(KeyEvent.KEY_PRESSED, keys);
        pins.add(() -> host.removeEventFilter(KeyEvent.KEY_PRESSED, keys));
        pins.add(popup::hide);
        return pins;
    }

    private void look() {
        shown = text.isFocused() ? model.completionAt(text.getCaretPosition()) : Optional.empty();
        shown.ifPresentOrElse(this::show, popup::hide);
    }

    private void show(MentionCompletion completion) {
        list.getItems().setAll(completion.members());
        list.getSelectionModel().selectFirst();
        double high = completion.members().size() * ROW;
        list.setPrefHeight(high);
        Bounds place = text.localToScreen(text.getBoundsInLocal());
        popup.show(text, place.getMinX(), place.getMinY() - GAP);
    }

    private void onKey(KeyEvent event) {
        if (!popup.isShowing()) {
            return;
        }
        KeyCode key = event.getCode();
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
        Member chosen = list.getSelectionModel().getSelectedItem();
        shown.filter(completion -> chosen != null)
                .ifPresent(completion -> {
                    text.setText(completion.complete(text.getText(), chosen));
                    text.positionCaret(completion.caretAfter(chosen));
                });
        popup.hide();
    }

    private static final class MemberCell extends ListCell<Member> {
        private final Avatar avatar = new Avatar(false);
        private final Label name = new Label();
        private final Label handle = new Label();
        private final Node row;

        private MemberCell() {
            name.getStyleClass().addAll("small", "strong");
            handle.getStyleClass().addAll("caption", "quiet");
            HBox line = new HBox(8, avatar, name, handle);
            line.setAlignment(Pos.CENTER_LEFT);
            row = line;
        }

        @Override
        protected void updateItem(Member member, boolean empty) {
            super.updateItem(member, empty);
            if (empty || member == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            String shown = ConversationNames.nameOf(member);
            avatar.show(member.account().handle(), shown);
            name.setText(shown);
            handle.setText("@" + member.account().handle());
            setAccessibleText(shown);
            setGraphic(row);
        }
    }
}

package baton.desktop.ui.conversations;

import baton.desktop.runtime.Pin;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Texts;
import java.text.NumberFormat;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Ties the list's controls to its view model.
public final class ConversationsController {
    /// A pointer that rests this long over the list does not hold its order any longer.
    private static final Duration HOLD = Duration.seconds(2);

    private final ConversationsViewModel model;
    private final Texts texts;
    private final Runnable startNew;
    private final PauseTransition hold = new PauseTransition(HOLD);
    @FXML private TextField filter;
    @FXML private StackPane aboveList;
    @FXML private ListView<ConversationItem> list;
    @FXML private VBox none;
    @FXML private Label noMatch;
    private boolean selecting;

    ConversationsController(ConversationsViewModel model, Texts texts, Runnable startNew) {
        this.model = model;
        this.texts = texts;
        this.startNew = startNew;
    }

    @FXML
    private void initialize() {
        NumberFormat numbers = NumberFormat.getIntegerInstance(texts.locale());
        String draft = texts.get("conversations.draft");
        list.setCellFactory(view -> new ConversationCell(draft, numbers));
        list.setItems(model.items());
        list.addEventHandler(MouseEvent.MOUSE_MOVED, event -> holdOrder());
        list.addEventHandler(MouseEvent.MOUSE_EXITED, event -> model.heldProperty().set(false));
        hold.setOnFinished(event -> model.heldProperty().set(false));
        filter.addEventHandler(KeyEvent.KEY_PRESSED, this::onFilterKey);
        list.setAccessibleText(texts.get("conversations.label"));
        filter.setAccessibleText(texts.get("conversations.filter"));
    }

    Pin open() {
        Pins pins = new Pins();
        filter.textProperty().bindBidirectional(model.filterProperty());
        pins.add(() -> filter.textProperty().unbindBidirectional(model.filterProperty()));
        pins.listen(list.getSelectionModel().selectedItemProperty(), (o, was, is) -> onSelected());
        pins.listen(model.selectedProperty(), (o, was, is) -> showSelection());
        javafx.collections.ListChangeListener<ConversationItem> onItems = change -> onItems();
        model.items().addListener(onItems);
        pins.add(() -> model.items().removeListener(onItems));
        pins.listen(model.loadedProperty(), (o, was, is) -> onItems());
        pins.add(hold::stop);
        onItems();
        return pins;
    }

    void putAboveList(Node node) {
        aboveList.getChildren().setAll(node);
    }

    void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    void focusList() {
        list.requestFocus();
    }

    @FXML
    private void onStartNew() {
        startNew.run();
    }

    private void holdOrder() {
        model.heldProperty().set(true);
        hold.playFromStart();
    }

    private void onItems() {
        boolean hasNone = model.hasNone();
        none.setVisible(hasNone);
        noMatch.setVisible(!hasNone && model.loadedProperty().get() && model.items().isEmpty());
        showSelection();
    }

    private void onSelected() {
        ConversationItem item = list.getSelectionModel().getSelectedItem();
        // The list loses its selection while rows are replaced; the open conversation stays open.
        if (!selecting && item != null) {
            model.selectedProperty().set(Optional.of(item.id()));
        }
    }

    private void showSelection() {
        selecting = true;
        int index = model.selectedIndex();
        if (index < 0) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedIndex() != index) {
            list.getSelectionModel().clearAndSelect(index);
        }
        selecting = false;
    }

    private void onFilterKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            model.selectFirst();
            filter.clear();
        } else if (event.getCode() == KeyCode.DOWN) {
            list.requestFocus();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            filter.clear();
            list.requestFocus();
        } else {
            return;
        }
        event.consume();
    }
}

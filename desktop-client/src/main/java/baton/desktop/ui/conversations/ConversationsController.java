package baton.desktop.ui.conversations;

import baton.desktop.runtime.Pin;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.Texts;
import java.text.NumberFormat;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Ties the list's controls to its view model.
public final class ConversationsController {
    /// A pointer that rests this long over the list does not hold its order any longer.
    private static final Duration HOLD = Duration.seconds(2);

    private final ConversationsViewModel model;
    private final Texts texts;
    private final ConversationMenu menu;
    private final Runnable startNew;
    private final PauseTransition hold = new PauseTransition(HOLD);
    @FXML private TextField filter;
    @FXML private StackPane aboveList;
    @FXML private ListView<ConversationItem> list;
    @FXML private VBox none;
    @FXML private Button archive;
    @FXML private Label noMatch;
    private boolean selecting;

    ConversationsController(
            ConversationsViewModel model, Texts texts, ConversationMenu menu, Runnable startNew) {
        this.model = model;
        this.texts = texts;
        this.menu = menu;
        this.startNew = startNew;
    }

    @FXML
    private void initialize() {
        NumberFormat numbers = NumberFormat.getIntegerInstance(texts.locale());
        String draft = texts.get("conversations.draft");
        list.setCellFactory(view -> new ConversationCell(draft, numbers));
        list.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::onMenu);
        archive.setOnAction(
                event -> model.archiveShownProperty().set(!model.archiveShownProperty().get()));
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
        pins.listen(model.archivedProperty(), (o, was, is) -> showArchive());
        pins.listen(model.archiveShownProperty(), (o, was, is) -> showArchive());
        showArchive();
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

    private void showArchive() {
        long count = model.archivedProperty().get();
        Shown.when(archive, count > 0);
        archive.setText(texts.format("conversations.archive", count));
        boolean shown = model.archiveShownProperty().get();
        archive.setGraphic(new FontIcon(shown ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN));
    }

    /// By the mouse of the row under it, by the menu key of the open conversation.
    private void onMenu(ContextMenuEvent event) {
        if (event.isKeyboardTrigger()) {
            model.selectedProperty().get().ifPresent(id -> menu.showBelow(id, list));
            event.consume();
            return;
        }
        for (Node node = (Node) event.getTarget(); node != null; node = node.getParent()) {
            if (node instanceof ConversationCell cell && cell.getItem() != null) {
                menu.showAt(cell.getItem().id(), list, event.getScreenX(), event.getScreenY());
                event.consume();
                return;
            }
        }
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
        // The list loses or moves its selection while rows are replaced; the open conversation
        // stays open.
        if (!selecting && !model.isChanging() && item != null) {
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

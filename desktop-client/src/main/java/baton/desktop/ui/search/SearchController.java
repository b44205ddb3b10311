package baton.desktop.ui.search;

import baton.desktop.runtime.Pin;
import baton.desktop.ui.common.Named;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Segments;
import baton.desktop.ui.common.Texts;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Ties the search's controls to its view model.
public final class SearchController {
    private static final PseudoClass IN_ONE = PseudoClass.getPseudoClass("in-one");

    /// While much arrives, what was found is looked at again so often.
    private static final Duration AGAIN = Duration.millis(500);

    private final SearchViewModel model;
    private final Texts texts;
    private final SearchDoors doors;
    private final PauseTransition again = new PauseTransition(AGAIN);
    @FXML private TextField field;
    @FXML private Button close;
    @FXML private ToggleGroup scope;
    @FXML private ToggleButton here;
    @FXML private ToggleButton everywhere;
    @FXML private FlowPane chips;
    @FXML private VBox notes;
    @FXML private ListView<SearchItem> list;
    @FXML private Label empty;

    SearchController(SearchViewModel model, Texts texts, SearchDoors doors) {
        this.model = model;
        this.texts = texts;
        this.doors = doors;
    }

    @FXML
    private void initialize() {
        Segments.keepOne(scope);
        field.setAccessibleText(texts.get("search.field"));
        list.setAccessibleText(texts.get("search.list"));
        Named.by(texts.get("search.close"), close);
        close.setOnAction(event -> doors.closed());
        for (String filter : List.of("from", "link", "after", "before")) {
            chips.getChildren().add(chip(filter));
        }
        list.setCellFactory(view -> new SearchCell(this::show));
        list.setItems(model.items());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onListKey);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::onFieldKey);
        // What was chosen among other hits is no choice among these.
        field.textProperty().addListener((o, was, is) -> list.getSelectionModel().clearSelection());
        again.setOnFinished(event -> model.refresh());
    }

    /// Writes a filter into the field, or takes it out again if it is whole.
    private Button chip(String filter) {
        Button chip = new Button(texts.get("search.chip." + filter));
        String written = texts.get("search.filter." + filter);
        chip.getStyleClass().setAll("button", "filter-chip", "caption");
        chip.setAccessibleText(texts.format("search.chip.spoken", chip.getText()));
        chip.setOnAction(event -> insert(written));
        return chip;
    }

    private void insert(String filter) {
        String typed = field.getText();
        boolean isWhole = !filter.endsWith(":") && !filter.endsWith("：");
        if (isWhole && typed.contains(filter)) {
            field.setText(typed.replace(filter, "").strip());
        } else {
            boolean needsSpace = !typed.isEmpty() && !typed.endsWith(" ");
            field.setText(typed + (needsSpace ? " " : "") + filter + (isWhole ? " " : ""));
        }
        field.requestFocus();
        field.end();
    }

    Pin open() {
        Pins pins = new Pins();
        field.textProperty().bindBidirectional(model.typedProperty());
        pins.add(() -> field.textProperty().unbindBidirectional(model.typedProperty()));
        pins.listen(scope.selectedToggleProperty(), (o, was, is) -> onScope());
        pins.listen(model.everywhereProperty(), (o, was, is) -> showScope());
        pins.listen(model.inOneProperty(), (o, was, is) -> showScope());
        pins.listen(model.stateProperty(), (o, was, is) -> showState());
        pins.listen(model.notesProperty(), (o, was, is) -> showNotes());
        pins.listen(model.staleProperty(), (o, was, is) -> lookAgain(is));
        pins.add(again::stop);
        watchEnd(pins);
        showScope();
        showState();
        showNotes();
        return pins;
    }

    private void lookAgain(boolean stale) {
        if (stale) {
            again.playFromStart();
        }
    }

    /// Whoever scrolls to the end gets more.
    private void watchEnd(Pins pins) {
        list.applyCss();
        if (list.lookup(".scroll-bar:vertical") instanceof ScrollBar bar) {
            pins.listen(
                    bar.valueProperty(),
                    (o, was, is) -> {
                        if (is.doubleValue() > 0.9) {
                            model.more();
                        }
                    });
        }
        pins.listen(
                list.getSelectionModel().selectedIndexProperty(),
                (o, was, is) -> {
                    if (is.intValue() >= list.getItems().size() - 1) {
                        model.more();
                    }
                });
    }

    private void onScope() {
        model.everywhereProperty().set(everywhere.isSelected());
    }

    private void showScope() {
        scope.selectToggle(model.everywhereProperty().get() ? everywhere : here);
        list.pseudoClassStateChanged(IN_ONE, model.inOneProperty().get());
    }

    private void showState() {
        SearchViewModel.State state = model.stateProperty().get();
        empty.setText(
                switch (state) {
                    case BLANK -> texts.get("search.blank");
                    case NOTHING -> texts.get("search.nothing");
                    case LOOKING, FOUND -> "";
                });
    }

    private void showNotes() {
        notes.getChildren()
                .setAll(model.notesProperty().get().stream().map(SearchController::note).toList());
    }

    private static Label note(String words) {
        Label note = new Label(words);
        note.getStyleClass().addAll("caption", "quiet", "digits");
        note.setWrapText(true);
        note.setMinHeight(Label.USE_PREF_SIZE);
        return note;
    }

    void focusField() {
        field.requestFocus();
        field.selectAll();
    }

    /// Marks the line of a message that was gone to.
    void select(SearchItem item) {
        int index = model.indexOf(item.target());
        if (index >= 0) {
            list.getSelectionModel().clearAndSelect(index);
            list.scrollTo(Math.max(0, index - 2));
        }
    }

    private void onFieldKey(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> enterList();
            case ENTER -> {
                if (list.getSelectionModel().isEmpty()) {
                    list.getSelectionModel().selectFirst();
                }
                show();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void enterList() {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    private void onListKey(KeyEvent event) {
        boolean isFirst = list.getSelectionModel().getSelectedIndex() <= 0;
        if (event.getCode() == KeyCode.ENTER) {
            show();
        } else if (event.getCode() == KeyCode.UP && isFirst) {
            focusField();
        } else {
            return;
        }
        event.consume();
    }

    private void show() {
        SearchItem item = list.getSelectionModel().getSelectedItem();
        if (item != null) {
            model.went(item);
            doors.show(item.conversation(), item.target());
        }
    }
}

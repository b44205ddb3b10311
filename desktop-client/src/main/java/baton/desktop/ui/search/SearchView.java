package baton.desktop.ui.search;

import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.View;
import baton.model.ConversationId;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The search, as the shell places it over the conversation list. It works while it is shown; what
/// was typed stays for the next time, and for going from hit to hit meanwhile. FX thread.
public final class SearchView implements View {
    private final SearchViewModel model;
    private final SearchController controller;
    private final SearchDoors doors;
    private final Parent root;
    private final Pins pins = new Pins();
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();

    public SearchView(UiContext context, SearchDoors doors) {
        this.doors = doors;
        model = new SearchViewModel(context);
        controller = new SearchController(model, context.texts(), doors);
        root = context.views().load("Search", controller);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        Shown.when(root, shown);
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            doors.closed();
        }
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void open() {
        pins.add(model.open());
        pins.add(controller.open());
    }

    @Override
    public void close() {
        pins.close();
    }

    /// Shows the field with the focus in it.
    ///
    /// @param everywhere whether all conversations are looked through, or the open one
    public void show(boolean everywhere) {
        model.everywhereProperty().set(everywhere);
        shown.set(true);
        model.setActive(true);
        controller.focusField();
    }

    public void hide() {
        model.setActive(false);
        shown.set(false);
    }

    public void focus() {
        controller.focusField();
    }

    public ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// The conversation on the screen; empty for none.
    public void showIn(Optional<ConversationId> conversation) {
        model.showIn(conversation);
    }

    /// Whether there is anything to go to the next of.
    public boolean isBlank() {
        return model.typedProperty().get().isBlank();
    }

    /// Goes to the next hit in the open conversation.
    ///
    /// @param older whether upwards in the timeline, or downwards
    public void step(boolean older) {
        model.step(
                older,
                item -> {
                    model.went(item);
                    controller.select(item);
                    doors.show(item.conversation(), item.target());
                });
    }
}

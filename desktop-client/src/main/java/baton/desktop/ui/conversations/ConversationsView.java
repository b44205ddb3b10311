package baton.desktop.ui.conversations;

import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.View;
import javafx.scene.Node;
import javafx.scene.Parent;

/// The list with its filter, as the shell places it. FX thread.
public final class ConversationsView implements View {
    private final ConversationsViewModel model;
    private final ConversationsController controller;
    private final Parent root;
    private final Pins pins = new Pins();

    /// @param startNew asks whom to write to
    public ConversationsView(UiContext context, Runnable startNew) {
        model = new ConversationsViewModel(context);
        controller = new ConversationsController(model, context.texts(), startNew);
        root = context.views().load("Conversations", controller);
    }

    public ConversationsViewModel model() {
        return model;
    }

    /// Puts something between filter and list.
    public void putAboveList(Node node) {
        controller.putAboveList(node);
    }

    public void focusFilter() {
        controller.focusFilter();
    }

    public void focusList() {
        controller.focusList();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void open() {
        pins.add(controller.open());
        pins.add(model.open());
    }

    @Override
    public void close() {
        pins.close();
    }
}

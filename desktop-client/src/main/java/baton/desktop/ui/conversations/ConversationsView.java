package baton.desktop.ui.conversations;

import baton.desktop.ui.common.Company;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.View;
import baton.model.ConversationId;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;

/// The list with its filter, as the shell places it. FX thread.
public final class ConversationsView implements View {
    private final ConversationsViewModel model;
    private final ConversationMenu menu;
    private final ConversationsController controller;
    private final Parent root;
    private final Pins pins = new Pins();

    /// @param company who is there and who types
    /// @param startNew asks whom to write to
    /// @param export offers to write a conversation into a file
    public ConversationsView(
            UiContext context,
            Company company,
            Runnable startNew,
            Consumer<ConversationId> export) {
        model = new ConversationsViewModel(context, company);
        menu = new ConversationMenu(context, model, export);
        controller = new ConversationsController(model, context.texts(), menu, startNew);
        root = context.views().load("Conversations", controller);
    }

    public ConversationsViewModel model() {
        return model;
    }

    /// Puts something between filter and list.
    public void putAboveList(Node node) {
        controller.putAboveList(node);
    }

    /// Shows below a node what can be done with a conversation.
    public void showMenu(ConversationId id, Node near) {
        menu.showBelow(id, near);
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

package baton.desktop.ui.shell;

import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.search.SearchDoors;
import baton.desktop.ui.search.SearchView;
import baton.model.ConversationId;
import baton.model.Target;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Node;

/// The search in its window: it covers the list while it is shown, and gives the focus back to
/// where it was. FX thread.
final class WindowSearch implements SearchDoors {
    private final SearchView view;
    private final BiConsumer<ConversationId, Target> way;
    private final Runnable otherwise;
    private Optional<Node> before = Optional.empty();

    /// @param way to a message
    /// @param otherwise puts the focus somewhere if it cannot go back
    WindowSearch(UiContext context, BiConsumer<ConversationId, Target> way, Runnable otherwise) {
        this.way = way;
        this.otherwise = otherwise;
        this.view = new SearchView(context, this);
    }

    SearchView view() {
        return view;
    }

    void show(boolean everywhere) {
        if (!view.shownProperty().get()) {
            before = Optional.ofNullable(view.root().getScene().getFocusOwner());
        }
        view.show(everywhere);
    }

    @Override
    public void show(ConversationId conversation, Target message) {
        way.accept(conversation, message);
    }

    @Override
    public void closed() {
        view.hide();
        before.filter(WindowSearch::isInSight).ifPresentOrElse(Node::requestFocus, otherwise);
        before = Optional.empty();
    }

    private static boolean isInSight(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }
}

package baton.desktop.ui.shell;

import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.View;
import baton.model.ConversationId;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;

/// The main window's content: list, timeline, optional right pane. FX thread. Wiring puts [#root]
/// into a scene that wears `context.theme()`, then calls [#open]; it closes the window by [#close].
public final class MainWindow implements View {
    private final BorderPane root = new BorderPane();
    private final Slots slots;

    private MainWindow(UiContext context, Slots slots) {
        this.slots = slots;
        root.getStyleClass().add("surface");
        root.setBottom(slots.statusPill().root());
        root.setTop(slots.syncBar().root());
    }

    public static MainWindow create(UiContext context, Slots slots) {
        return new MainWindow(context, slots);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void open() {
        slots.syncBar().open();
        slots.statusPill().open();
    }

    @Override
    public void close() {
        slots.statusPill().close();
        slots.syncBar().close();
    }

    /// Shows a conversation, which the account may not have yet.
    public void show(ConversationId conversation) {}
}

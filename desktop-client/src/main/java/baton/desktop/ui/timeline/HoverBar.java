package baton.desktop.ui.timeline;

import baton.desktop.ui.common.Named;
import baton.desktop.ui.common.Texts;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is done most often with a message, beside it while the pointer is over its row. The mouse's
/// own: the same can be done by keys and by the menu, so it takes no focus.
final class HoverBar extends HBox {
    private final Button react;
    private final Button reply;
    private final Button more;

    HoverBar(Texts texts) {
        react = button(texts, Feather.SMILE, "timeline.react");
        reply = button(texts, Feather.CORNER_UP_LEFT, "timeline.reply");
        more = button(texts, Feather.MORE_HORIZONTAL, "timeline.more");
        getStyleClass().add("hover-bar");
        getChildren().setAll(react, reply, more);
        setManaged(false);
    }

    private static Button button(Texts texts, Feather icon, String key) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().setAll("button", "icon-button", "small-icon");
        Named.by(texts.get(key), button);
        button.setFocusTraversable(false);
        return button;
    }

    /// Each gets the button, to show something beside it.
    void connect(Consumer<Node> onReact, Runnable onReply, Consumer<Node> onMore) {
        react.setOnAction(event -> onReact.accept(react));
        reply.setOnAction(event -> onReply.run());
        more.setOnAction(event -> onMore.accept(more));
    }
}

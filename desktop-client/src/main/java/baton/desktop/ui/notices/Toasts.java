package baton.desktop.ui.notices;

import baton.desktop.runtime.Hint;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.View;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Troubles of the running device, at the top of the window, above its content: one toast a code,
/// at most three, newest first, each until a person closes it. FX thread.
public final class Toasts implements View {
    private static final int SHOWN_MAX = 3;

    private final UiContext context;
    private final VBox root = new VBox();
    private final Map<String, Node> shown = new LinkedHashMap<>();
    private final Pins pins = new Pins();

    public Toasts(UiContext context) {
        this.context = context;
        root.getStyleClass().add("toasts");
        root.getStylesheets()
                .add(
                        Objects.requireNonNull(Toasts.class.getResource("notices.css"))
                                .toExternalForm());
        root.setAlignment(Pos.TOP_CENTER);
        // Beside the toasts the mouse reaches what lies beneath.
        root.setPickOnBounds(false);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void open() {
        pins.add(context.hints().listen(this::onHint));
    }

    @Override
    public void close() {
        pins.close();
    }

    private void onHint(Hint hint) {
        if (hint instanceof Hint.Trouble trouble) {
            show(trouble.code());
        }
    }

    /// Shows a trouble, or moves it to the top.
    public void show(String code) {
        Notice notice = Notice.of(code, context.texts());
        put(code, toast(code, notice.title(), notice.paragraph(context.texts())));
    }

    /// Shows what is no trouble: `NAME.title` and `NAME.text` are its words.
    ///
    /// @param arguments for the words
    public void tell(String name, Object... arguments) {
        put(
                name,
                toast(
                        name,
                        context.texts().format(name + ".title", arguments),
                        context.texts().format(name + ".text", arguments)));
    }

    private void put(String name, Node toast) {
        dismiss(name);
        if (shown.size() == SHOWN_MAX) {
            dismiss(shown.keySet().iterator().next());
        }
        shown.put(name, toast);
        root.getChildren().addFirst(toast);
    }

    private void dismiss(String code) {
        if (shown.containsKey(code)) {
            root.getChildren().remove(shown.remove(code));
        }
    }

    private Node toast(String name, String headline, String words) {
        Label title = new Label(headline);
        title.getStyleClass().add("strong");
        Label text = new Label(words);
        text.getStyleClass().addAll("small", "quiet");
        text.setWrapText(true);
        Button close = new Button("", new FontIcon(Feather.X));
        close.getStyleClass().add("icon-button");
        close.setAccessibleText(context.texts().get("notice.dismiss"));
        close.setOnAction(event -> dismiss(name));
        VBox lines = new VBox(2, title, text);
        HBox.setHgrow(lines, Priority.ALWAYS);
        HBox toast = new HBox(8, lines, close);
        toast.getStyleClass().addAll("notice", "toast");
        toast.setAccessibleRole(AccessibleRole.TEXT);
        toast.setAccessibleText(headline + ". " + words);
        return toast;
    }
}

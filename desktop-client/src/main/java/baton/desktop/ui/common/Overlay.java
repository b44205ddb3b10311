package baton.desktop.ui.common;

import java.util.Objects;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A window's content with room for one dialog above it. While a dialog shows, the content is out
/// of reach of mouse and keyboard: Tab goes round in the dialog. Esc or a click beside it closes
/// it, and the focus goes back to where it was. FX thread.
public final class Overlay extends StackPane {
    /// Of the content of a dialog that needs more room than a question.
    private static final String WIDE = "wide-dialog";

    private static final PseudoClass IS_WIDE = PseudoClass.getPseudoClass("wide");
    private static final Insets MARGIN = new Insets(16);

    private final Region scrim = new Region();
    private final VBox frame = new VBox();

    /// Takes no room and no focus; the last control of the dialog is the one before it.
    private final Region end = new Region();

    private final Pins pins = new Pins();
    private boolean backwards;
    private Optional<Runnable> closed = Optional.empty();
    private Optional<Node> before = Optional.empty();

    public Overlay(Node content) {
        scrim.getStyleClass().add("scrim");
        scrim.setOnMousePressed(event -> hide());
        frame.getStyleClass().add("dialog-card");
        frame.setMaxHeight(USE_PREF_SIZE);
        frame.setAccessibleRole(AccessibleRole.DIALOG);
        frame.addEventFilter(KeyEvent.KEY_PRESSED, event -> backwards = event.isShiftDown());
        frame.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        end.setManaged(false);
        setAlignment(frame, Pos.CENTER);
        setMargin(frame, MARGIN);
        getStylesheets()
                .add(
                        Objects.requireNonNull(Overlay.class.getResource("overlay.css"))
                                .toExternalForm());
        getChildren().add(content);
    }

    /// Shows a dialog in place of any other.
    ///
    /// @param first gets the focus
    /// @param whenClosed called once, however the dialog closes
    public void show(Parent dialog, String name, Node first, Runnable whenClosed) {
        hide();
        closed = Optional.of(whenClosed);
        Scene scene = getScene();
        before = Optional.ofNullable(scene.getFocusOwner());
        frame.setAccessibleText(name);
        frame.getChildren().setAll(dialog, end);
        frame.pseudoClassStateChanged(IS_WIDE, dialog.getStyleClass().contains(WIDE));
        getChildren().addAll(scrim, frame);
        first.requestFocus();
        pins.listen(scene.focusOwnerProperty(), (observed, left, entered) -> keep(entered));
    }

    /// Closes the dialog, if there is one.
    public void hide() {
        if (!isShowing()) {
            return;
        }
        pins.close();
        getChildren().removeAll(scrim, frame);
        frame.getChildren().clear();
        before.ifPresent(Node::requestFocus);
        before = Optional.empty();
        Optional<Runnable> task = closed;
        closed = Optional.empty();
        task.ifPresent(Runnable::run);
    }

    public boolean isShowing() {
        return getChildren().contains(frame);
    }

    /// Closes the dialog at Esc in a node that keeps it to itself, as lists do for cells that are
    /// edited.
    public void hearEscapeOf(Node node) {
        node.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            hide();
        }
    }

    private void keep(@Nullable Node entered) {
        for (Node node = entered; node != null; node = node.getParent()) {
            if (node.equals(frame)) {
                return;
            }
        }
        if (backwards) {
            end.requestFocusTraversal(TraversalDirection.PREVIOUS);
        } else {
            frame.requestFocusTraversal(TraversalDirection.NEXT);
        }
    }
}

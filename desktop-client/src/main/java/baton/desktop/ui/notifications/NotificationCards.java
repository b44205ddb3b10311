package baton.desktop.ui.notifications;

import baton.desktop.runtime.Pin;
import baton.desktop.ui.common.Notifications;
import baton.desktop.ui.common.UiContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import javafx.stage.Screen;
import javafx.stage.Window;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The window's own notifications, for systems that show none: cards in the lower right corner of
/// the screen, above other windows, that take no focus and go by themselves. FX thread.
public final class NotificationCards implements Notifications {
    private static final int SHOWN_MAX = 3;
    private static final double MARGIN = 16;
    private static final Duration STAYS = Duration.seconds(8);

    private final UiContext context;
    private final Node anchor;
    private final Popup popup = new Popup();
    private final VBox cards = new VBox(8);
    private final Map<String, Card> shown = new LinkedHashMap<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    private record Card(Node node, PauseTransition stay) {}

    /// @param anchor any node of the window that they belong to
    public NotificationCards(UiContext context, Node anchor) {
        this.context = context;
        this.anchor = anchor;
        cards.getStyleClass().add("notification-cards");
        popup.getContent().add(cards);
        popup.setAutoFix(false);
        popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_BOTTOM_RIGHT);
    }

    @Override
    public boolean isReady() {
        return anchor.getScene() != null
                && anchor.getScene().getWindow() != null
                && anchor.getScene().getWindow().isShowing();
    }

    @Override
    public void show(Notification notification) {
        boolean isThere = shown.containsKey(notification.key());
        if (!isReady() || (!notification.alert() && !isThere)) {
            return;
        }
        remove(notification.key());
        if (shown.size() == SHOWN_MAX) {
            remove(shown.keySet().iterator().next());
        }
        Card card = card(notification);
        shown.put(notification.key(), card);
        cards.getChildren().add(card.node());
        card.stay().playFromStart();
        place();
    }

    @Override
    public void withdraw(String key) {
        remove(key);
        place();
    }

    private void remove(String key) {
        Card card = shown.remove(key);
        if (card != null) {
            card.stay().stop();
            cards.getChildren().remove(card.node());
        }
    }

    private void place() {
        if (shown.isEmpty()) {
            popup.hide();
            return;
        }
        Window window = anchor.getScene().getWindow();
        Rectangle2D screen =
                Screen.getScreensForRectangle(
                                window.getX(), window.getY(), window.getWidth(), window.getHeight())
                        .stream()
                        .findFirst()
                        .orElse(Screen.getPrimary())
                        .getVisualBounds();
        popup.show(window, screen.getMaxX() - MARGIN, screen.getMaxY() - MARGIN);
    }

    private Card card(Notification notification) {
        Label title = new Label(notification.title());
        title.getStyleClass().addAll("small", "strong");
        Label body = new Label(notification.body());
        body.getStyleClass().addAll("small", "quiet");
        body.setWrapText(true);
        VBox words = new VBox(2, title, body);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button close = new Button("", new FontIcon(Feather.X));
        close.getStyleClass().add("icon-button");
        close.setAccessibleText(context.texts().get("notice.dismiss"));
        // A popup gets the keys of its window first, and whoever has its focus would press itself.
        close.setFocusTraversable(false);
        close.setOnAction(event -> withdraw(notification.key()));
        HBox card = new HBox(8, words, close);
        card.setAlignment(Pos.TOP_LEFT);
        card.getStyleClass().addAll("popover", "notification-card");
        card.setAccessibleRole(AccessibleRole.TEXT);
        card.setAccessibleText(notification.title() + ". " + notification.body());
        card.setOnMouseClicked(event -> {
            withdraw(notification.key());
            listeners.forEach(listener -> listener.accept(notification.key()));
        });
        PauseTransition stay = new PauseTransition(STAYS);
        stay.setOnFinished(event -> withdraw(notification.key()));
        return new Card(card, stay);
    }

    @Override
    public Pin onChosen(Consumer<String> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}

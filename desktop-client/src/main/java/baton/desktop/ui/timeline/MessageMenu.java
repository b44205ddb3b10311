package baton.desktop.ui.timeline;

import baton.desktop.ui.common.Emoji;
import baton.desktop.ui.common.EmojiPicker;
import baton.desktop.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The menu of a message: what may be done with it, and nothing that may not.
final class MessageMenu {
    private static final double QUICK = 20;

    private final Texts texts;
    private final Supplier<MessageActions> actions;
    private final ContextMenu menu = new ContextMenu();

    MessageMenu(Texts texts, Supplier<MessageActions> actions) {
        this.texts = texts;
        this.actions = actions;
    }

    /// Shows it below a node.
    void showBelow(Node near, TimelineItem.Bubble bubble) {
        fill(bubble, near);
        menu.show(near, Side.BOTTOM, 0, 0);
    }

    /// Shows it at a place on the screen.
    void showAt(Node near, double x, double y, TimelineItem.Bubble bubble) {
        fill(bubble, near);
        menu.show(near, x, y);
    }

    private void fill(TimelineItem.Bubble bubble, Node near) {
        menu.hide();
        List<MenuItem> items = new ArrayList<>();
        if (bubble.isStanding()) {
            items.add(quickReactions(bubble, near));
            items.add(item("timeline.reply", () -> actions.get().reply(bubble)));
        }
        if (bubble.isOwnStanding()) {
            items.add(item("timeline.edit", () -> actions.get().edit(bubble)));
        }
        if (!bubble.words().gone()) {
            items.add(item("timeline.copy", () -> actions.get().copy(bubble.text())));
        }
        items.add(item("timeline.select", () -> actions.get().pick(bubble)));
        if (bubble.words().edited()) {
            items.add(item("timeline.history", () -> actions.get().history(bubble, near)));
        }
        if (bubble.isInLog()) {
            items.add(item("timeline.reach", () -> actions.get().reach(bubble, near)));
        }
        if (!bubble.author().own()) {
            items.add(item("timeline.mark-unread", () -> actions.get().markUnreadFrom(bubble)));
        }
        if (bubble.isOwnStanding()) {
            items.add(new SeparatorMenuItem());
            items.add(item("timeline.recall", () -> actions.get().recall(bubble, near)));
        }
        menu.getItems().setAll(items);
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    private MenuItem quickReactions(TimelineItem.Bubble bubble, Node near) {
        HBox row = new HBox();
        for (String emoji : Emoji.QUICK) {
            row.getChildren().add(quick(emoji, bubble));
        }
        Button more = new Button("", new FontIcon(Feather.PLUS));
        more.getStyleClass().setAll("button", "icon-button");
        more.setAccessibleText(texts.get("timeline.react"));
        more.setOnAction(event -> {
            menu.hide();
            actions.get().pickReaction(bubble, near);
        });
        row.getChildren().add(more);
        CustomMenuItem item = new CustomMenuItem(row, false);
        item.getStyleClass().add("plain-item");
        item.setOnAction(event -> {
            menu.hide();
            actions.get().pickReaction(bubble, near);
        });
        return item;
    }

    private Button quick(String emoji, TimelineItem.Bubble bubble) {
        Button button = EmojiPicker.button(emoji, QUICK);
        button.setOnAction(event -> {
            menu.hide();
            actions.get().react(bubble, emoji);
        });
        return button;
    }
}

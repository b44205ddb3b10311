package baton.desktop.ui.conversations;

import baton.desktop.store.ConversationRow;
import baton.desktop.ui.common.ConversationNames;
import baton.desktop.ui.common.Silence;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.UiContext;
import baton.model.AccountId;
import baton.model.Claim;
import baton.model.ConversationId;
import baton.model.SettingNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// What can be done with a conversation, from the list and from above its messages. FX thread.
final class ConversationMenu {
    private final UiContext context;
    private final Texts texts;
    private final ConversationsViewModel model;
    private final Silence silence;
    private final ConversationNames names;
    private final Consumer<ConversationId> exporter;
    private final ContextMenu menu = new ContextMenu();

    /// @param exporter offers to write a conversation into a file
    ConversationMenu(
            UiContext context, ConversationsViewModel model, Consumer<ConversationId> exporter) {
        this.context = context;
        this.texts = context.texts();
        this.model = model;
        this.exporter = exporter;
        this.silence = new Silence(context);
        this.names = new ConversationNames(texts, context.me().account());
    }

    void showBelow(ConversationId id, Node near) {
        model.row(id)
                .ifPresent(row -> {
                    fill(row);
                    menu.show(near, Side.BOTTOM, 0, 4);
                });
    }

    void showAt(ConversationId id, Node near, double x, double y) {
        model.row(id)
                .ifPresent(row -> {
                    fill(row);
                    menu.show(near, x, y);
                });
    }

    private void fill(ConversationRow row) {
        menu.hide();
        List<MenuItem> items = new ArrayList<>();
        items.add(reading(row));
        items.add(item("conversations.menu.read-all", () -> context.intents().markAllRead()));
        items.add(new SeparatorMenuItem());
        items.add(
                toggle(
                        row,
                        SettingNames.PINNED,
                        row.flags().pinned(),
                        "conversations.menu.unpin",
                        "conversations.menu.pin"));
        items.add(muting(row));
        items.add(archiving(row));
        items.add(item("conversations.menu.export", () -> exporter.accept(row.id())));
        boolean isNotes = row.id().kind() == ConversationId.Kind.NOTES;
        if (!isNotes && !row.left()) {
            items.add(new SeparatorMenuItem());
            items.addAll(answering(row));
        }
        menu.getItems().setAll(items);
    }

    private MenuItem reading(ConversationRow row) {
        if (row.unread() > 0) {
            return item(
                    "conversations.menu.read",
                    () -> context.intents().markRead(row.id(), row.head()));
        }
        MenuItem unread =
                item(
                        "conversations.menu.unread",
                        () -> context.intents().markUnread(row.id(), row.head()));
        unread.setDisable(row.head() == 0);
        return unread;
    }

    private MenuItem toggle(
            ConversationRow row, String setting, boolean on, String offKey, String onKey) {
        return item(
                on ? offKey : onKey,
                () -> context.intents().set(setting, row.id().value(), on ? "" : SettingNames.ON));
    }

    private MenuItem muting(ConversationRow row) {
        Menu mute = new Menu(texts.get("conversations.menu.mute"));
        if (silence.isSilentEverywhere(row)) {
            mute.getItems().add(item("conversations.menu.unmute", () -> silence.end(row.id())));
        } else {
            for (Silence.Span span : Silence.Span.values()) {
                String key = "conversations.menu.mute." + span.name().toLowerCase(Locale.ROOT);
                mute.getItems().add(item(key, () -> silence.silence(row.id(), span)));
            }
        }
        CheckMenuItem here = new CheckMenuItem(texts.get("conversations.menu.mute.here"));
        here.setSelected(silence.isSilentHere(row.id()));
        here.setOnAction(event -> {
            silence.silenceHere(row.id(), here.isSelected());
            model.rewrite();
        });
        mute.getItems().addAll(new SeparatorMenuItem(), here);
        return mute;
    }

    /// What is unread would bring it back at once, so it counts as read.
    private MenuItem archiving(ConversationRow row) {
        if (row.flags().archived()) {
            return item(
                    "conversations.menu.unarchive",
                    () -> context.intents().set(SettingNames.ARCHIVED, row.id().value(), ""));
        }
        return item(
                "conversations.menu.archive",
                () -> {
                    if (row.unread() > 0) {
                        context.intents().markRead(row.id(), row.head());
                    }
                    context.intents().set(SettingNames.ARCHIVED, row.id().value(), SettingNames.ON);
                });
    }

    private List<MenuItem> answering(ConversationRow row) {
        CheckMenuItem guard = new CheckMenuItem(texts.get("conversations.menu.guard"));
        guard.setSelected(row.terms().guarded());
        guard.setOnAction(
                event -> context.intents().guard(row.id(), guard.isSelected(), outcome -> {}));
        return List.of(claiming(row), guard);
    }

    private MenuItem claiming(ConversationRow row) {
        Claim claim = row.terms().claim();
        if (claim.isHeldBy(context.me().account())) {
            return item(
                    "conversations.menu.release",
                    () -> context.intents().release(row.id(), outcome -> {}));
        }
        MenuItem take =
                item(
                        "conversations.menu.claim",
                        () ->
                                context.intents()
                                        .claim(row.id(), !claim.holder().isEmpty(), outcome -> {}));
        AccountId.parse(claim.holder())
                .ifPresent(holder ->
                        take.setText(
                                texts.format(
                                        "conversations.menu.take-over",
                                        names.nameOf(row.members(), holder))));
        return take;
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setOnAction(event -> action.run());
        return item;
    }
}

package baton.desktop.ui.conversations;

import baton.desktop.store.ConversationRow;
import baton.desktop.store.Tick;
import baton.desktop.ui.common.ConversationNames;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Times;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.EventBody;

/// Writes lines of the list from rows of the store. Pure.
final class ConversationItems {
    /// Longer previews are never seen and would only cost layout.
    private static final int PREVIEW_CHARS_MAX = 160;

    private final Texts texts;
    private final Times times;
    private final AccountId self;
    private final ConversationNames names;

    ConversationItems(Texts texts, Times times, AccountId self) {
        this.texts = texts;
        this.times = times;
        this.self = self;
        this.names = new ConversationNames(texts, self);
    }

    /// @param open whether this conversation is on the screen: its draft is in the composer already
    ConversationItem of(ConversationRow row, boolean open) {
        boolean isDraft = !open && !row.draft().text().isBlank();
        boolean isEmpty = row.last().kind().isEmpty();
        String title = names.titleOf(row);
        String preview = oneLine(isDraft ? row.draft().text() : lastLine(row));
        String time = isEmpty ? "" : times.compact(row.last().at());
        String heard = isDraft ? texts.get("conversations.draft") + ": " + preview : preview;
        return new ConversationItem(
                row.id(),
                title,
                names.identityOf(row.id()),
                time,
                preview,
                isDraft,
                isDraft ? Tick.NONE : row.last().tick(),
                row.unread(),
                texts.format("conversations.row", title, heard, time, row.unread()));
    }

    private String lastLine(ConversationRow row) {
        ConversationRow.Last last = row.last();
        return switch (last.kind()) {
            case "" -> texts.get("conversations.preview.empty");
            case EventBody.Message.KIND -> message(row, last);
            case EventBody.Created.KIND,
                    EventBody.Invited.KIND,
                    EventBody.Left.KIND,
                    EventBody.Titled.KIND ->
                    texts.format("conversations.preview." + last.kind(), last.authorName());
            default -> texts.get("conversations.preview.unknown");
        };
    }

    private String message(ConversationRow row, ConversationRow.Last last) {
        boolean saysWho = row.id().kind() == ConversationId.Kind.GROUP;
        if (!saysWho || last.author().equals(self)) {
            return last.text();
        }
        return texts.format("conversations.preview", firstName(last.authorName()), last.text());
    }

    private static String firstName(String name) {
        int space = name.indexOf(' ');
        return space > 0 ? name.substring(0, space) : name;
    }

    private static String oneLine(String text) {
        String cut = text.substring(0, Math.min(text.length(), PREVIEW_CHARS_MAX));
        return cut.replaceAll("\\s+", " ").strip();
    }
}

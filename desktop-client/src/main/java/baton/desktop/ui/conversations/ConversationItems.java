package baton.desktop.ui.conversations;

import baton.desktop.store.ConversationRow;
import baton.desktop.store.Tick;
import baton.desktop.ui.common.Company;
import baton.desktop.ui.common.ConversationNames;
import baton.desktop.ui.common.SafeText;
import baton.desktop.ui.common.Silence;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Times;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.markup.Markup;
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
    private final Company company;
    private final Silence silence;

    ConversationItems(UiContext context, Company company, Silence silence) {
        Texts texts = context.texts();
        AccountId self = context.me().account();
        this.texts = texts;
        this.times = context.times();
        this.company = company;
        this.silence = silence;
        this.self = self;
        this.names = new ConversationNames(texts, self);
    }

    /// @param open whether this conversation is on the screen: its draft is in the composer already
    ConversationItem of(ConversationRow row, boolean open) {
        boolean isEmpty = row.last().kind().isEmpty();
        String title = names.titleOf(row);
        ConversationItem.Preview preview = preview(row, open);
        String time = isEmpty ? "" : times.compact(row.last().at());
        boolean plain = preview.kind() == ConversationItem.Kind.MESSAGE;
        ConversationItem.Marks marks = marks(row);
        return new ConversationItem(
                row.id(),
                title,
                names.identityOf(row.id()),
                time,
                preview,
                plain ? row.last().tick() : Tick.NONE,
                marks,
                row.id().peerOf(self).map(peer -> company.of(peer).online()).orElse(false),
                spoken(title, preview, time, marks));
    }

    private ConversationItem.Preview preview(ConversationRow row, boolean open) {
        String typing = names.typingOf(row.members(), company.typingIn(row.id()));
        if (!typing.isEmpty()) {
            return new ConversationItem.Preview(ConversationItem.Kind.TYPING, typing);
        }
        boolean isDraft = !open && !row.draft().text().isBlank();
        return isDraft
                ? new ConversationItem.Preview(
                        ConversationItem.Kind.DRAFT, oneLine(row.draft().text()))
                : new ConversationItem.Preview(
                        ConversationItem.Kind.MESSAGE, oneLine(lastLine(row)));
    }

    private ConversationItem.Marks marks(ConversationRow row) {
        ConversationRow.Flags flags = row.flags();
        return new ConversationItem.Marks(
                row.unread(),
                row.badge().mentions(),
                flags.pinned(),
                silence.isSilent(row),
                flags.archived());
    }

    private String spoken(
            String title,
            ConversationItem.Preview preview,
            String time,
            ConversationItem.Marks marks) {
        boolean isDraft = preview.kind() == ConversationItem.Kind.DRAFT;
        String heard =
                isDraft ? texts.get("conversations.draft") + ": " + preview.text() : preview.text();
        String line = texts.format("conversations.row", title, heard, time, marks.unread());
        return line
                + (marks.mentions() > 0 ? ", " + texts.get("conversations.mentioned") : "")
                + (marks.pinned() ? ", " + texts.get("conversations.pinned") : "")
                + (marks.muted() ? ", " + texts.get("conversations.muted") : "");
    }

    private String lastLine(ConversationRow row) {
        ConversationRow.Last last = row.last();
        return switch (last.kind()) {
            case "" -> texts.get("conversations.preview.empty");
            case EventBody.Message.KIND, EventBody.Message.RICH_KIND -> message(row, last);
            case EventBody.Gone.KIND -> texts.get("conversations.preview.gone");
            case EventBody.Created.KIND,
                    EventBody.Invited.KIND,
                    EventBody.Left.KIND,
                    EventBody.Titled.KIND,
                    EventBody.Guarded.KIND,
                    EventBody.Claimed.KIND,
                    EventBody.Released.KIND ->
                    texts.format("conversations.preview." + last.kind(), authorOf(last));
            default -> texts.get("conversations.preview.unknown");
        };
    }

    private String message(ConversationRow row, ConversationRow.Last last) {
        boolean saysWho = row.id().kind() == ConversationId.Kind.GROUP;
        if (!saysWho || last.author().equals(self)) {
            return Markup.line(last.text());
        }
        return texts.format(
                "conversations.preview",
                ConversationNames.firstName(authorOf(last)),
                Markup.line(last.text()));
    }

    private static String authorOf(ConversationRow.Last last) {
        return ConversationNames.nameOf(last.author(), last.authorName());
    }

    private static String oneLine(String text) {
        String line = SafeText.line(text);
        return line.substring(0, Math.min(line.length(), PREVIEW_CHARS_MAX));
    }
}

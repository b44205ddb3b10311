package baton.desktop.ui.composer;

import baton.desktop.ui.common.CannedReply;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Completes `/name` to a canned reply. Only where nothing else is written: a slash within a text
/// is a slash. Pure.
///
/// @param caret up to where the name was typed
/// @param choices by name, at least one
record ReplyCompletion(int caret, List<CannedReply> choices)
        implements CompletionPopup.Begun<CannedReply> {
    static final int SHOWN_MAX = 6;

    ReplyCompletion {
        choices = List.copyOf(choices);
    }

    /// Empty unless a reply is being named: the whole text is a slash and a part of a name.
    static Optional<ReplyCompletion> at(String text, int caret, List<CannedReply> known) {
        if (!text.startsWith("/") || caret != text.length() || text.indexOf('\n') >= 0) {
            return Optional.empty();
        }
        String typed = text.substring(1).toLowerCase(Locale.ROOT);
        List<CannedReply> fitting =
                known.stream()
                        .filter(reply -> reply.name().toLowerCase(Locale.ROOT).contains(typed))
                        .limit(SHOWN_MAX)
                        .toList();
        return fitting.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReplyCompletion(caret, fitting));
    }

    @Override
    public int start() {
        return 0;
    }

    @Override
    public String wordsOf(CannedReply choice) {
        return choice.text();
    }
}

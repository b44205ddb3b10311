package baton.desktop.ui.composer;

import baton.desktop.ui.common.EmojiNames;
import baton.desktop.ui.common.EmojiNames.Named;
import baton.desktop.ui.common.markup.Markup;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Completes `:smi` to an emoji while a text is being written. Not in code, and not where a colon
/// means something else: `10:30`, `http://`, `:)`. Pure.
///
/// @param start where the colon stands
/// @param caret up to where the name was typed
/// @param choices best first, at least one
record EmojiCompletion(int start, int caret, List<Named> choices)
        implements CompletionPopup.Begun<Named> {
    static final int SHOWN_MAX = 6;

    /// A name of two letters or more, behind a colon that begins a word. Chinese names no colon of
    /// a sentence: they want a space before it.
    private static final Pattern BEGUN =
            Pattern.compile(
                    "(?<![A-Za-z0-9:/_.])(?::([A-Za-z][A-Za-z0-9_+-]{1,31})|(?<!\\S):(\\p{IsHan}{1,8}))$");

    private static final Pattern WHOLE =
            Pattern.compile("(?<![A-Za-z0-9:/_.]):([A-Za-z0-9_+-]{1,32})$");

    EmojiCompletion {
        choices = List.copyOf(choices);
    }

    /// Empty unless an emoji is being named at the caret.
    static Optional<EmojiCompletion> at(String text, int caret) {
        int end = Math.clamp(caret, 0, text.length());
        Matcher matcher = BEGUN.matcher(text.substring(lineStart(text, end), end));
        if (!matcher.find() || Markup.isInCode(text, end)) {
            return Optional.empty();
        }
        String typed = Optional.ofNullable(matcher.group(1)).orElse(matcher.group(2));
        List<Named> found = EmojiNames.startingWith(typed.toLowerCase(Locale.ROOT), SHOWN_MAX);
        int start = lineStart(text, end) + matcher.start();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new EmojiCompletion(start, end, found));
    }

    /// For a colon typed at the caret: the emoji whose whole name it ends.
    static Optional<EmojiCompletion> closedAt(String text, int caret) {
        int end = Math.clamp(caret, 0, text.length());
        Matcher matcher = WHOLE.matcher(text.substring(lineStart(text, end), end));
        if (!matcher.find() || Markup.isInCode(text, end)) {
            return Optional.empty();
        }
        String name = matcher.group(1).toLowerCase(Locale.ROOT);
        int start = lineStart(text, end) + matcher.start();
        return EmojiNames.of(name)
                .map(emoji -> new EmojiCompletion(start, end, List.of(new Named(emoji, name))));
    }

    private static int lineStart(String text, int caret) {
        return text.lastIndexOf('\n', caret - 1) + 1;
    }

    @Override
    public String wordsOf(Named choice) {
        return choice.emoji();
    }
}

package baton.desktop.ui.composer;

import baton.model.Member;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Completes `@be` to a member while a text is being written. Pure.
///
/// @param start where the `@` stands
/// @param caret up to where the name was typed
/// @param choices members whose handle or name begins so, by name
record MentionCompletion(int start, int caret, List<Member> choices)
        implements CompletionPopup.Begun<Member> {
    /// More would be a list to read, not a help to type.
    static final int SHOWN_MAX = 6;

    private static final Pattern BEGUN =
            Pattern.compile("(?<![A-Za-z0-9._-])@([\\p{L}0-9._-]{0,32})$");

    MentionCompletion {
        choices = List.copyOf(choices);
    }

    /// Empty unless somebody is being named at the caret.
    ///
    /// @param others everybody whom one may name
    static Optional<MentionCompletion> at(String text, int caret, List<Member> others) {
        Matcher matcher = BEGUN.matcher(text.substring(0, Math.clamp(caret, 0, text.length())));
        if (!matcher.find()) {
            return Optional.empty();
        }
        String typed = matcher.group(1).toLowerCase(Locale.ROOT);
        List<Member> fitting =
                others.stream().filter(member -> fits(member, typed)).limit(SHOWN_MAX).toList();
        return fitting.isEmpty()
                ? Optional.empty()
                : Optional.of(new MentionCompletion(matcher.start(), caret, fitting));
    }

    private static boolean fits(Member member, String typed) {
        return member.account().handle().startsWith(typed)
                || List.of(member.name().toLowerCase(Locale.ROOT).split(" ", -1)).stream()
                        .anyMatch(word -> word.startsWith(typed));
    }

    @Override
    public String wordsOf(Member choice) {
        return "@" + choice.account().handle() + " ";
    }
}

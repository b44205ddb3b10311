package baton.desktop.app;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes out of a report who is who and what opens what. The same name becomes the same word
/// everywhere, so that a story can still be followed. Pure.
final class Redaction {
    /// What may stand in a log and names no one is not worth a word of its own.
    private static final int LETTERS_MIN = 2;

    private static final List<Pattern> SECRETS =
            List.of(
                    // A device's token.
                    Pattern.compile("[a-z0-9._-]{3,32}~[a-z0-9]{1,32}~[A-Za-z0-9_-]{20,}"),
                    // Anything that long and that random is a key of something.
                    Pattern.compile(
                            "\\b(?=[A-Za-z0-9_-]*\\d)(?=[A-Za-z0-9_-]*[A-Za-z])[A-Za-z0-9_-]{32,}\\b"),
                    // A code that links a device.
                    Pattern.compile("\\b[A-Z0-9]{4}-[A-Z0-9]{4}\\b"));
    private static final Pattern ADDRESS = Pattern.compile("\\b(wss?|https?)://[^\\s\\])\"']+");
    private static final Pattern HANDLE = Pattern.compile("@[a-z0-9._-]{3,32}");
    private static final Pattern CONVERSATION = Pattern.compile("\\b[dgn]:[a-z0-9._~:-]+");

    private final Map<String, String> words = new LinkedHashMap<>();

    /// @param kind what the word says it was: `account`, `device`, …
    Redaction hide(String kind, Collection<String> names) {
        for (String name : names) {
            if (name.length() >= LETTERS_MIN) {
                words.computeIfAbsent(name, hidden -> "‹" + kind + " " + (words.size() + 1) + "›");
            }
        }
        return this;
    }

    String of(String text) {
        String safe = text;
        for (Pattern secret : SECRETS) {
            safe = secret.matcher(safe).replaceAll("‹secret›");
        }
        safe = CONVERSATION.matcher(safe).replaceAll("‹conversation›");
        // The longest first, lest a part of a name be replaced alone.
        List<String> names =
                words.keySet().stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
        for (String name : names) {
            Pattern whole =
                    Pattern.compile(
                            "(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])",
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            String word = Matcher.quoteReplacement(words.getOrDefault(name, ""));
            safe = whole.matcher(safe).replaceAll(word);
        }
        safe = ADDRESS.matcher(safe).replaceAll("$1://‹address›");
        return HANDLE.matcher(safe).replaceAll("@‹account›");
    }
}

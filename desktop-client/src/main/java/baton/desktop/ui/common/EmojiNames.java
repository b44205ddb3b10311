package baton.desktop.ui.common;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What emoji are called: the shortcodes of other chats (`thumbsup`), and words in Chinese. Read
/// once, when the first name is asked for. Any thread.
public final class EmojiNames {
    private EmojiNames() {}

    /// An emoji that is offered.
    ///
    /// @param name by which it was found
    public record Named(String emoji, String name) {}

    private record Entry(String emoji, List<String> codes, List<String> words) {
        private Optional<Named> by(Predicate<String> fits) {
            return codes.stream().filter(fits).findFirst().map(name -> new Named(emoji, name));
        }

        private Optional<Named> byWord(Predicate<String> fits) {
            return words.stream().filter(fits).findFirst().map(name -> new Named(emoji, name));
        }
    }

    private static final class Names {
        private static final List<Entry> ALL = read();

        private static List<Entry> read() {
            try (BufferedReader lines =
                    new BufferedReader(
                            new InputStreamReader(
                                    Objects.requireNonNull(
                                            EmojiNames.class.getResourceAsStream(
                                                    "emoji/names.txt")),
                                    StandardCharsets.UTF_8))) {
                return lines.lines().map(Names::entry).toList();
            } catch (IOException e) {
                throw new UncheckedIOException("names of emoji", e);
            }
        }

        private static Entry entry(String line) {
            String[] parts = line.split("\t", -1);
            StringBuilder emoji = new StringBuilder();
            for (String point : parts[0].split("-", -1)) {
                emoji.appendCodePoint(HexFormat.fromHexDigits(point));
            }
            return new Entry(emoji.toString(), words(parts[1]), words(parts[2]));
        }

        private static List<String> words(String part) {
            return Arrays.stream(part.split(" ", -1)).filter(word -> !word.isEmpty()).toList();
        }
    }

    /// The emoji of exactly this shortcode.
    public static Optional<String> of(String code) {
        return Names.ALL.stream()
                .filter(entry -> entry.codes().contains(code))
                .map(Entry::emoji)
                .findFirst();
    }

    /// Emoji for what was typed so far: of that name, of a name or word that begins so, of a name
    /// in which a later word does.
    ///
    /// @param typed lower case
    public static List<Named> startingWith(String typed, int most) {
        Set<String> seen = new LinkedHashSet<>();
        List<Named> found = new ArrayList<>();
        for (Predicate<String> fits :
                List.<Predicate<String>>of(typed::equals, name -> name.startsWith(typed))) {
            collect(entry -> entry.by(fits), seen, found, most);
            collect(entry -> entry.byWord(fits), seen, found, most);
        }
        collect(entry -> entry.by(name -> name.contains("_" + typed)), seen, found, most);
        return found;
    }

    private interface Search {
        Optional<Named> in(Entry entry);
    }

    private static void collect(Search search, Set<String> seen, List<Named> found, int most) {
        for (Entry entry : Names.ALL) {
            if (found.size() == most) {
                return;
            }
            search.in(entry).filter(named -> seen.add(named.emoji())).ifPresent(found::add);
        }
    }
}

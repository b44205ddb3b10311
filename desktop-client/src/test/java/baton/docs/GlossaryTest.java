package baton.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// One word per thing: the glossary's words are names in the code, and their synonyms are not.
final class GlossaryTest {
    private static final Page PAGE = Repository.page("docs/glossary.md");
    private static final Sources MAIN = Sources.of("main");

    @Test
    void everyWordIsANameInTheCode() {
        List<List<String>> rows = PAGE.section("Words").rows();

        assertFalse(rows.isEmpty());
        for (List<String> row : rows) {
            List<String> names = Page.spansOf(row.getLast());
            assertFalse(names.isEmpty(), () -> row.getFirst() + " names nothing in the code");
            List<String> missing = names.stream().filter(name -> !MAIN.has(name)).toList();
            assertEquals(List.of(), missing, row.getFirst());
        }
    }

    @Test
    void synonymsAreNoNamesInTheCode() {
        List<List<String>> rows = PAGE.section("Words we do not use").rows();

        assertFalse(rows.isEmpty());
        for (List<String> row : rows) {
            boolean typesOnly = row.get(1).equals("a type");
            for (String synonym : Page.spansOf(row.getFirst())) {
                List<String> found =
                        MAIN.names().stream()
                                .filter(name -> name.isType() || !typesOnly)
                                .filter(name -> says(name, synonym))
                                .map(Declaration::path)
                                .toList();
                assertEquals(List.of(), found, "the glossary has another word for " + synonym);
            }
        }
    }

    @Test
    void aSynonymInsideANameIsNoticed() {
        assertTrue(says(name("lastChatId", "long"), "chat id"));
        assertTrue(says(name("TOPIC_LIMIT", "int"), "topic"));
        assertFalse(says(name("topical", "String"), "topic"), "only whole words count");
        assertFalse(says(name("channel", "FileChannel"), "channel"), "the JDK's own word");
    }

    /// Whether a declared name contains the synonym as whole words. A variable may be called after
    /// a type of a library: `FileChannel channel`. A method that overrides, and its parameters,
    /// have no choice.
    private static boolean says(Declaration name, String synonym) {
        List<String> wanted = wordsOf(synonym);
        return Collections.indexOfSubList(wordsOf(name.word()), wanted) >= 0
                && Collections.indexOfSubList(wordsOf(name.type()), wanted) < 0
                && !name.annotations().contains("Override");
    }

    private static List<String> wordsOf(String identifier) {
        String spaced = identifier.replaceAll("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+", " ");
        return Arrays.stream(spaced.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Declaration name(String word, String type) {
        return new Declaration(
                Path.of("X.java"),
                "baton",
                List.of(),
                word,
                Declaration.Kind.LOCAL,
                type,
                Set.of());
    }
}

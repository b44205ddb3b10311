package baton.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The table of keys for operators names exactly the keys that the relay writes.
final class RedisKeysDocTest {
    private static final Page PAGE = Repository.page("docs/operate/redis.md");
    private static final Pattern KEY =
            Pattern.compile(
                    "(?:return|NODES =|STORE =|SECRET =)"
                            + "\\s+(\"(?:\\{[acln]:|nodes|store|secret)[^;]*);");

    @Test
    void everyKeyIsListedAndNoOther() {
        Set<String> written =
                Repository.javaFiles("main").stream()
                        .filter(file ->
                                file.resolveSibling("").endsWith(Path.of("baton/relay/redis")))
                        .map(Repository::text)
                        .flatMap(text -> KEY.matcher(text).results())
                        .map(RedisKeysDocTest::shown)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed =
                PAGE.rows().stream()
                        .map(row -> Page.spansOf(row.getFirst()).getFirst())
                        .collect(Collectors.toCollection(TreeSet::new));

        assertTrue(written.size() > 1, written.toString());
        assertEquals(written, listed);
    }

    /// `"{c:" + conversation + "}:log"` as `{c:CONVERSATION}:log`.
    private static String shown(MatchResult found) {
        List<String> parts = Arrays.asList(found.group(1).split("\\s*\\+\\s*", -1));
        return parts.stream()
                .map(part ->
                        part.startsWith("\"")
                                ? part.replace("\"", "")
                                : part.toUpperCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}

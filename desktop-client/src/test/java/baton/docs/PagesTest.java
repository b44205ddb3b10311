package baton.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every page: links lead somewhere, and names and commands are those of the code.
final class PagesTest {
    private static final Sources MAIN = Sources.of("main");
    private static final Sources TESTS = Sources.of("test");
    private static final Pattern TYPE_NAME =
            Pattern.compile(
                    "baton(\\.[a-z]+)+(\\.[A-Z]\\w*)*(\\.\\w+)?"
                            + "|[A-Z][a-z0-9]+\\w*(\\.[A-Za-z]\\w*)*");
    private static final Pattern FILE_NAME =
            Pattern.compile(".*\\.(cmd|css|fxml|java|lua|md|properties|sql|xml)");
    private static final Pattern FILE_PATH =
            Pattern.compile(
                    "(docs|installers|shared-model|relay-server|desktop-client)(/[\\w.-]+)+/?");
    private static final Pattern COMMAND = Pattern.compile("\\./baton ([a-z]+)");

    static List<Page> pages() {
        return Repository.pages();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyRelativeLinkLeadsSomewhere(Page page) {
        List<String> broken =
                page.links().stream()
                        .map(Page.Link::target)
                        .filter(target -> !target.contains("://"))
                        .filter(target -> !leadsSomewhere(page, target))
                        .toList();

        assertEquals(List.of(), broken, page.name());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyLinkToATestNamesATestThatIsThere(Page page) {
        List<Page.Link> missing =
                page.links().stream()
                        .filter(TestLinks::isOne)
                        .filter(link -> !TestLinks.namesATest(page, link, TESTS))
                        .toList();

        assertEquals(List.of(), missing, page.name());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyTypeAndPackageMentionedIsDeclared(Page page) {
        List<String> unknown =
                page.spans().stream()
                        .filter(PagesTest::looksLikeAName)
                        .filter(name -> !MAIN.has(name) && !TESTS.has(name))
                        .distinct()
                        .toList();

        assertEquals(List.of(), unknown, page.name());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyFileMentionedIsThere(Page page) {
        List<String> missing =
                page.spans().stream()
                        .filter(span -> FILE_PATH.matcher(span).matches())
                        .filter(span -> !span.contains("/target/"))
                        .filter(span -> !Files.exists(Repository.root().resolve(span)))
                        .toList();

        assertEquals(List.of(), missing, page.name());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyCommandIsOneOfTheStartScript(Page page) {
        Set<String> verbs = commandsIn(Repository.text(Repository.root().resolve("baton")));

        assertTrue(verbs.contains("relay"), "the usage of ./baton was not found");
        List<String> unknown =
                commandsIn(page.text()).stream().filter(verb -> !verbs.contains(verb)).toList();
        assertEquals(List.of(), unknown, page.name());
    }

    @Test
    void theTestsLookAtThePagesPeopleRead() {
        List<String> names = pages().stream().map(Page::name).toList();

        assertTrue(names.containsAll(List.of("README.md", "docs/protocol.md")), names.toString());
    }

    @Test
    void aNameThatIsNotDeclaredIsNoticed() {
        Stream<String> spans = Stream.of("Tallyman", "Event.sequel", "baton.nowhere", "Event.seq");
        List<String> noticed = new ArrayList<>();
        spans.filter(PagesTest::looksLikeAName).filter(n -> !MAIN.has(n)).forEach(noticed::add);

        assertEquals(List.of("Tallyman", "Event.sequel", "baton.nowhere"), noticed);
    }

    private static boolean looksLikeAName(String span) {
        return TYPE_NAME.matcher(span).matches() && !FILE_NAME.matcher(span).matches();
    }

    private static boolean leadsSomewhere(Page page, String target) {
        int hash = target.indexOf('#');
        String path = hash < 0 ? target : target.substring(0, hash);
        Path file = path.isEmpty() ? page.file() : page.file().resolveSibling(decoded(path));
        if (!Files.exists(file)) {
            return false;
        }
        return hash < 0
                || new Page(file, Repository.text(file))
                        .anchors()
                        .contains(decoded(target.substring(hash + 1)));
    }

    private static String decoded(String path) {
        return URI.create(path).getPath();
    }

    private static Set<String> commandsIn(String text) {
        return COMMAND.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }
}

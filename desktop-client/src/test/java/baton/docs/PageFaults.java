package baton.docs;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is wrong with a page: each method lists what it found.
final class PageFaults {
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

    private final Sources main = Sources.of("main");
    private final Sources tests = Sources.of("test");
    private final Set<String> verbs =
            commandsIn(Repository.text(Repository.root().resolve("baton")));

    /// Relative links without a file, or to a heading that the file lacks.
    List<String> brokenLinks(Page page) {
        return page.links().stream()
                .map(Page.Link::target)
                .filter(target -> !target.contains("://"))
                .filter(target -> !leadsSomewhere(page, target))
                .toList();
    }

    /// Links to tests that are not there.
    List<String> missingTests(Page page) {
        return page.links().stream()
                .filter(TestLinks::isOne)
                .filter(link -> !TestLinks.namesATest(page, link, tests))
                .map(Page.Link::words)
                .toList();
    }

    /// Names between backticks that no source declares.
    List<String> unknownNames(Page page) {
        return page.spans().stream()
                .filter(span -> TYPE_NAME.matcher(span).matches())
                .filter(span -> !FILE_NAME.matcher(span).matches())
                .filter(name -> !main.has(name) && !tests.has(name))
                .distinct()
                .toList();
    }

    /// Paths between backticks without a file.
    List<String> missingFiles(Page page) {
        return page.spans().stream()
                .filter(span -> FILE_PATH.matcher(span).matches())
                .filter(span -> !span.contains("/target/"))
                .filter(span -> !Files.exists(Repository.root().resolve(span)))
                .toList();
    }

    /// Verbs that the start script does not have.
    List<String> unknownCommands(Page page) {
        return commandsIn(page.text()).stream().filter(verb -> !verbs.contains(verb)).toList();
    }

    private static boolean leadsSomewhere(Page page, String target) {
        int hash = target.indexOf('#');
        String path = hash < 0 ? target : target.substring(0, hash);
        Path file = path.isEmpty() ? page.file() : page.file().resolveSibling(decoded(path));
        return Files.exists(file)
                && (hash < 0 || hasAnchor(file, decoded(target.substring(hash + 1))));
    }

    private static boolean hasAnchor(Path file, String anchor) {
        return new Page(file, Repository.text(file)).anchors().contains(anchor);
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

package baton.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every page: links lead somewhere, and names and commands are those of the code.
final class PagesTest {
    private static final PageFaults FAULTS = new PageFaults();

    static List<Page> pages() {
        return Repository.pages();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyRelativeLinkLeadsSomewhere(Page page) {
        assertEquals(List.of(), FAULTS.brokenLinks(page), page.name());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyLinkToATestNamesATestThatIsThere(Page page) {
        assertEquals(List.of(), FAULTS.missingTests(page), page.name());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyTypeAndPackageMentionedIsDeclared(Page page) {
        assertEquals(List.of(), FAULTS.unknownNames(page), page.name());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyFileMentionedIsThere(Page page) {
        assertEquals(List.of(), FAULTS.missingFiles(page), page.name());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyCommandIsOneOfTheStartScript(Page page) {
        assertEquals(List.of(), FAULTS.unknownCommands(page), page.name());
    }

    @Test
    void thePagesPeopleReadAreLookedAt() {
        List<String> names = pages().stream().map(Page::name).toList();

        assertTrue(names.containsAll(List.of("README.md", "docs/protocol.md")), names.toString());
    }

    @Test
    void everyKindOfFaultIsNoticed() {
        String tests = "shared-model/src/test/java/baton/model/";
        Page bad =
                new Page(
                        Repository.root().resolve("BAD.md"),
                        """
                        [a](nowhere.md) [b](docs/README.md#nowhere) [c](docs/README.md#documents)
                        [IdsTest.noSuchTest](%sIdsTest.java) [SpanSetTest](%sIdsTest.java)
                        [IdsTest](%sIdsTest.java) `Tallyman` `Event.sequel` `baton.nowhere`
                        `Event.seq` `baton.model` `docs/nowhere.md` `docs/README.md`
                        `./baton fly` `./baton relay`
                        """
                                .replace("%s", tests));

        assertEquals(List.of("nowhere.md", "docs/README.md#nowhere"), FAULTS.brokenLinks(bad));
        assertEquals(List.of("IdsTest.noSuchTest", "SpanSetTest"), FAULTS.missingTests(bad));
        assertEquals(
                List.of("Tallyman", "Event.sequel", "baton.nowhere"), FAULTS.unknownNames(bad));
        assertEquals(List.of("docs/nowhere.md"), FAULTS.missingFiles(bad));
        assertEquals(List.of("fly"), FAULTS.unknownCommands(bad));
    }
}

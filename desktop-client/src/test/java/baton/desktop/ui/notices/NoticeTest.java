package baton.desktop.ui.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.ui.common.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NoticeTest {
    private static final Texts EN = Texts.of("en");
    private static final Texts ZH = Texts.of("zh");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    static Stream<Arguments> codesInBothLanguages() {
        return LocalTrouble.allCodes().stream()
                .flatMap(code -> Stream.of(Arguments.of(code, "en"), Arguments.of(code, "zh")));
    }

    @ParameterizedTest
    @MethodSource("codesInBothLanguages")
    void everyCodeHasItsFourSentencesInBothLanguages(String code, String language) {
        Notice notice = Notice.of(code, Texts.of(language));
        List<String> words =
                List.of(notice.title(), notice.happened(), notice.messages(), notice.action());
        assertTrue(Texts.of(language).bundle().containsKey("notice." + code + ".title"), code);
        for (String text : words) {
            assertFalse(text.isBlank(), code);
            assertEquals(language.equals("zh"), CHINESE.matcher(text).find(), text);
        }
    }

    @ParameterizedTest
    @CsvSource({"errors.md, en", "errors.zh-CN.md, zh"})
    void documentationSaysUnderEachCodeWhatTheWindowSays(String file, String language)
            throws IOException {
        Map<String, String> sections = sectionsOf(file);
        assertEquals(new TreeSet<>(LocalTrouble.allCodes()), sections.keySet());
        sections.forEach((code, section) -> assertSays(section, code, Texts.of(language)));
    }

    @Test
    void codeOfNewerRelayIsNamedInTheSentence() {
        Notice notice = Notice.of("moon-in-the-way", EN);
        assertTrue(notice.happened().contains("moon-in-the-way"), notice.happened());
        assertTrue(Notice.of("moon-in-the-way", ZH).happened().contains("moon-in-the-way"));
    }

    private static void assertSays(String section, String code, Texts texts) {
        String key = "notice." + code;
        for (String part : List.of(".title", ".happened", ".messages", ".action")) {
            String sentence = texts.get(key + part).replace("{0}", "`CODE`");
            assertTrue(section.contains(sentence), code + " lacks: " + sentence);
        }
    }

    private static Map<String, String> sectionsOf(String file) throws IOException {
        String page = Files.readString(Path.of("..", "docs", file));
        Map<String, String> sections = new TreeMap<>();
        Arrays.stream(page.split("\n## ", -1))
                .skip(1)
                .forEach(section -> {
                    String[] parts = section.split("\n", 2);
                    sections.put(parts[0].strip(), parts[1]);
                });
        return sections;
    }
}

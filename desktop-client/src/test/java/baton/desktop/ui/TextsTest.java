package baton.desktop.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import baton.desktop.ui.common.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final String FOLDER = "/baton/desktop/i18n/";
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");

    private final Properties english = read("texts.properties");
    private final Properties chinese = read("texts_zh_CN.properties");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertEquals(
                new TreeSet<>(english.stringPropertyNames()),
                new TreeSet<>(chinese.stringPropertyNames()));
    }

    @Test
    void bothLanguagesNameTheSameArguments() {
        for (String key : english.stringPropertyNames()) {
            assertEquals(argumentsOf(english, key), argumentsOf(chinese, key), key);
        }
    }

    @Test
    void everyTextIsReadableAsPatternAndHasNoStraightApostrophe() {
        for (String key : english.stringPropertyNames()) {
            for (Properties language : new Properties[] {english, chinese}) {
                String text = language.getProperty(key, "");
                assertFalse(text.contains("'"), key + " would lose its apostrophe");
                assertFalse(new MessageFormat(text, Locale.ROOT).toPattern().isEmpty(), key);
            }
        }
    }

    @Test
    void bundlesAnswerInTheirLanguage() {
        assertEquals("Devices", Texts.of("en").get("devices.title"));
        assertEquals("设备", Texts.of("zh").get("devices.title"));
    }

    private static Set<String> argumentsOf(Properties texts, String key) {
        Matcher matcher = ARGUMENT.matcher(texts.getProperty(key, ""));
        TreeSet<String> numbers = new TreeSet<>();
        while (matcher.find()) {
            numbers.add(matcher.group(1));
        }
        return numbers;
    }

    private static Properties read(String file) {
        Properties properties = new Properties();
        try (InputStream bytes =
                Objects.requireNonNull(Texts.class.getResourceAsStream(FOLDER + file))) {
            properties.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return properties;
    }
}

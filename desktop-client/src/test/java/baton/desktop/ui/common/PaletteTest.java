package baton.desktop.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/// The palette is legible in all looks, and nothing is coloured outside of it.
class PaletteTest {
    private static final String CONTRAST = "contrast.css";
    private static final List<String> LOOKS = List.of("light.css", "dark.css", CONTRAST);

    private static final Pattern TOKEN = Pattern.compile("(-baton-[a-z0-9-]+): ([^;]+);");
    private static final Path RESOURCES = Path.of("src/main/resources/baton/desktop");

    /// Text and what it may stand on.
    private static final Map<String, List<String>> PAIRS =
            Map.of(
                    "text",
                            List.of(
                                    "bg",
                                    "bg-side",
                                    "bg-sunken",
                                    "bubble",
                                    "own",
                                    "code",
                                    "accent-soft",
                                    "warn-soft"),
                    "text-2",
                            List.of(
                                    "bg",
                                    "bg-side",
                                    "bg-sunken",
                                    "accent-soft",
                                    "own",
                                    "bubble",
                                    "code"),
                    "text-3", List.of("bg", "bg-side", "bg-sunken", "bubble", "own", "accent-soft"),
                    "accent-text",
                            List.of("bg", "bg-side", "bubble", "own", "accent-soft", "warn-soft"),
                    "on-accent", List.of("accent"),
                    "ok", List.of("bg", "bg-side"),
                    "warn", List.of("bg", "bg-side"),
                    "mention", List.of("bg", "bg-side", "own", "accent-soft"));

    @Test
    void allLooksHaveTheSameTokens() {
        for (String look : LOOKS) {
            assertEquals(palette("light.css").keySet(), palette(look).keySet(), look);
        }
    }

    @Test
    void everyTextIsLegibleInAllLooks() {
        List<String> weak = new ArrayList<>();
        for (String look : LOOKS) {
            Map<String, Color> palette = palette(look);
            PAIRS.forEach((text, grounds) ->
                    grounds.forEach(ground -> check(look, palette, text, ground, weak)));
            for (int hue = 0; hue < Avatar.HUES; hue++) {
                check(look, palette, "name-" + hue, "bubble", weak);
                double white = contrast(Color.WHITE, color(palette, "hue-" + hue));
                if (white < legible(look)) {
                    weak.add(look + " initials on hue-" + hue + " " + white);
                }
            }
        }
        assertEquals(List.of(), weak);
    }

    private static void check(
            String look,
            Map<String, Color> palette,
            String text,
            String ground,
            List<String> weak) {
        double contrast = contrast(color(palette, text), color(palette, ground));
        if (contrast < legible(look)) {
            weak.add("%s %s on %s %.2f".formatted(look, text, ground, contrast));
        }
    }

    /// What WCAG 2 asks of text: level AA, and level AAA for high contrast.
    private static double legible(String look) {
        return look.equals(CONTRAST) ? 7 : 4.5;
    }

    private static Color color(Map<String, Color> palette, String name) {
        return Objects.requireNonNull(palette.get("-baton-" + name), name);
    }

    @Test
    void featureStylesheetsUseTokensOnly() throws IOException {
        Pattern own = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|rgba?\\(|[0-9]px|-fx-font-size");
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("ui"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".css")).toList()) {
                Matcher matcher = own.matcher(Files.readString(file));
                while (matcher.find()) {
                    found.add(file.getFileName() + " " + matcher.group());
                }
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void everyTokenInUseExists() throws IOException {
        Pattern use = Pattern.compile("-baton-[a-z0-9-]+");
        Map<String, Color> palette = palette("light.css");
        List<String> unknown = new ArrayList<>();
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".css")).toList()) {
                Matcher matcher = use.matcher(Files.readString(file));
                while (matcher.find()) {
                    if (!palette.containsKey(matcher.group())) {
                        unknown.add(file.getFileName() + " " + matcher.group());
                    }
                }
            }
        }
        assertEquals(List.of(), unknown);
        assertTrue(palette.size() > 30, "tokens were read");
    }

    private static Map<String, Color> palette(String look) {
        Map<String, Color> palette = new TreeMap<>();
        Matcher matcher = TOKEN.matcher(read(look));
        while (matcher.find()) {
            palette.put(matcher.group(1), Color.web(matcher.group(2)));
        }
        return palette;
    }

    private static String read(String look) {
        try (InputStream file =
                PaletteTest.class.getResourceAsStream("/baton/desktop/theme/" + look)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Contrast as WCAG 2 defines it.
    private static double contrast(Color one, Color other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed())
                + 0.7152 * linear(color.getGreen())
                + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}

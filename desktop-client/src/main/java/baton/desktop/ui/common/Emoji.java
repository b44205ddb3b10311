package baton.desktop.ui.common;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.text.Text;

/// Emoji as colour images, because JavaFX draws them in colour on macOS only. The images are one
/// sheet, loaded when the first emoji is drawn; one that the sheet does not have is drawn by the
/// font. FX thread for [#draw], any thread for the rest.
public final class Emoji {
    /// What a person may react with by one click.
    public static final List<String> QUICK = List.of("👍", "❤️", "😂", "😮", "😢", "🙏");

    /// What the picker offers, eight in a row.
    public static final List<String> COMMON =
            List.of(
                    "👍", "👎", "❤️", "🎉", "👏", "🙏", "💪", "👀", "😀", "😂", "😊", "😉", "😍",
                    "🤔", "😮", "😢", "😡", "😅", "🤷", "🙈", "🔥", "✅", "❌", "❓", "💡", "🚀", "🐛",
                    "⏳", "☕", "🌱", "💯", "👋");

    private static final String FOLDER = "emoji/";
    private static final int CELLS = 62;
    private static final double PITCH = 34;
    private static final int SIZE = 32;
    private static final int VARIATION = 0xFE0F;

    private Emoji() {}

    /// Loaded on first use.
    private static final class Places {
        private static final Map<String, Integer> OF = read();

        private static Map<String, Integer> read() {
            Map<String, Integer> places = new HashMap<>();
            try (BufferedReader lines =
                    new BufferedReader(
                            new InputStreamReader(open("places.txt"), StandardCharsets.US_ASCII))) {
                for (String line : lines.lines().toList()) {
                    places.put(line.replace("-FE0F", ""), places.size());
                }
            } catch (IOException e) {
                throw new UncheckedIOException("places of emoji", e);
            }
            return Map.copyOf(places);
        }
    }

    /// Loaded on first use: seventeen megabytes that a person without emoji never pays for.
    private static final class Sheet {
        private static final Image IMAGE = new Image(open("sheet-32.png"));
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(Emoji.class.getResourceAsStream(FOLDER + name), name);
    }

    /// Whether there is an image of these characters, which then are one emoji.
    public static boolean isKnown(String text) {
        return placeOf(text).isPresent();
    }

    private static Optional<Integer> placeOf(String text) {
        if (!isMeantAsImage(text)) {
            return Optional.empty();
        }
        String name =
                text.codePoints()
                        .filter(point -> point != VARIATION)
                        .mapToObj("%04X"::formatted)
                        .collect(Collectors.joining("-"));
        return Optional.ofNullable(Places.OF.get(name));
    }

    /// A digit, a ™ or a ✓ is text unless it says that it wants to be an image.
    private static boolean isMeantAsImage(String text) {
        return !text.isEmpty()
                && (Character.isEmojiPresentation(text.codePointAt(0))
                        || text.indexOf(VARIATION) > 0
                        || (text.codePointCount(0, text.length()) > 1
                                && Character.isEmoji(text.codePointAt(0))));
    }

    /// An image of that height, or the characters themselves if there is none.
    public static Node draw(String emoji, double height) {
        return placeOf(emoji)
                .<Node>map(place -> image(place, height))
                .orElseGet(() -> glyph(emoji));
    }

    private static ImageView image(int place, double height) {
        ImageView view = new ImageView(Sheet.IMAGE);
        int column = place / CELLS;
        int row = place % CELLS;
        view.setViewport(new Rectangle2D(column * PITCH + 1, row * PITCH + 1, SIZE, SIZE));
        view.setFitHeight(height);
        view.setFitWidth(height);
        view.setSmooth(true);
        return view;
    }

    private static Text glyph(String emoji) {
        Text text = new Text(emoji);
        text.getStyleClass().add("message-text");
        return text;
    }
}

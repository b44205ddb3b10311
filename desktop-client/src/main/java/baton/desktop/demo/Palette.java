package baton.desktop.demo;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A picture of windows with 255 colours: those that most of it has, which for flat areas and
/// letters is as good as all, and a fraction of the size. The last place is for what cannot be
/// seen.
public final class Palette {
    static final int CLEAR = 255;
    private static final int COLOURS = 255;

    /// Colours that are alike in these bits are one.
    private static final int ALIKE = 0xF8_F8_F8;

    private final List<Integer> colours;
    private final Map<Integer, Integer> places = new HashMap<>();

    private Palette(List<Integer> colours) {
        this.colours = colours;
    }

    /// A copy of a picture in its own colours.
    public static BufferedImage reduced(BufferedImage picture) {
        int[] pixels = Pictures.pixels(picture);
        return of(pixels).draw(pixels, picture.getWidth(), picture.getHeight());
    }

    /// @param pixels as `0xAARRGGBB`; those without alpha count for nothing
    static Palette of(int[] pixels) {
        Map<Integer, Map<Integer, Integer>> kinds = new HashMap<>();
        for (int pixel : pixels) {
            if (isSeen(pixel)) {
                kinds.computeIfAbsent(pixel & ALIKE, kind -> new HashMap<>())
                        .merge(pixel & 0xFF_FF_FF, 1, Integer::sum);
            }
        }
        return new Palette(
                kinds.values().stream()
                        .sorted(Comparator.comparingInt(Palette::sum).reversed())
                        .limit(COLOURS)
                        .map(Palette::commonest)
                        .toList());
    }

    private static boolean isSeen(int pixel) {
        return pixel >>> 24 != 0;
    }

    private static int sum(Map<Integer, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static int commonest(Map<Integer, Integer> counts) {
        return counts.entrySet().stream()
                .max(
                        Map.Entry.<Integer, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }

    /// The same picture in these colours.
    BufferedImage draw(int[] pixels, int width, int height) {
        BufferedImage drawn =
                new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model());
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                row[x] = place(pixels[y * width + x]);
            }
            drawn.getRaster().setPixels(0, y, width, 1, row);
        }
        return drawn;
    }

    private IndexColorModel model() {
        int[] table = new int[COLOURS + 1];
        for (int i = 0; i < colours.size(); i++) {
            table[i] = 0xFF_00_00_00 | colours.get(i);
        }
        return new IndexColorModel(
                8, table.length, table, 0, true, CLEAR, java.awt.image.DataBuffer.TYPE_BYTE);
    }

    private int place(int pixel) {
        return isSeen(pixel) ? places.computeIfAbsent(pixel & 0xFF_FF_FF, this::nearest) : CLEAR;
    }

    private int nearest(int colour) {
        return IntStream.range(0, colours.size())
                .boxed()
                .min(Comparator.comparingInt(i -> distance(colours.get(i), colour)))
                .orElseThrow();
    }

    private static int distance(int one, int other) {
        int red = (one >> 16 & 0xFF) - (other >> 16 & 0xFF);
        int green = (one >> 8 & 0xFF) - (other >> 8 & 0xFF);
        int blue = (one & 0xFF) - (other & 0xFF);
        // The eye sees green best and blue least.
        return 3 * red * red + 6 * green * green + blue * blue;
    }
}

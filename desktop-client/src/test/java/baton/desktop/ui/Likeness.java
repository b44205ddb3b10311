package baton.desktop.ui;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/// Whether two pictures of a window show the same to a person. What is compared is how much ink of
/// each colour there is in every small square, wherever it lies: letters that another machine draws
/// a shade bolder or half a pixel further on do not count, and an icon that is missing does.
final class Likeness {
    /// Pixels of a picture that make one of its small copy, across and down.
    static final int SCALE = 8;

    /// Pixels of the small copy in a square, across and down: 24 of the picture.
    private static final int SQUARE = 3;

    /// By how much the mean of a colour may differ in a square, of 255.
    private static final int TOLERANCE = 8;

    private Likeness() {}

    /// The picture made small, each pixel the mean of [#SCALE] times [#SCALE].
    static BufferedImage small(BufferedImage picture) {
        int wide = picture.getWidth() / SCALE;
        int high = picture.getHeight() / SCALE;
        BufferedImage small = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                small.setRGB(x, y, mean(picture, x * SCALE, y * SCALE, SCALE));
            }
        }
        return small;
    }

    /// Where two small copies differ, in pixels of the pictures; one of another size differs
    /// everywhere.
    static List<Rectangle> differences(BufferedImage one, BufferedImage other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return List.of(new Rectangle(0, 0, one.getWidth() * SCALE, one.getHeight() * SCALE));
        }
        List<Rectangle> places = new ArrayList<>();
        for (int y = 0; y + SQUARE <= one.getHeight(); y++) {
            for (int x = 0; x + SQUARE <= one.getWidth(); x++) {
                if (differ(mean(one, x, y, SQUARE), mean(other, x, y, SQUARE))) {
                    places.add(new Rectangle(x * SCALE, y * SCALE, SQUARE * SCALE, SQUARE * SCALE));
                }
            }
        }
        return places;
    }

    private static boolean differ(int one, int other) {
        for (int shift = 0; shift <= 16; shift += 8) {
            if (Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)) > TOLERANCE) {
                return true;
            }
        }
        return false;
    }

    private static int mean(BufferedImage picture, int left, int top, int size) {
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = top; y < top + size; y++) {
            for (int x = left; x < left + size; x++) {
                int rgb = picture.getRGB(x, y);
                red += rgb >> 16 & 0xff;
                green += rgb >> 8 & 0xff;
                blue += rgb & 0xff;
            }
        }
        int count = size * size;
        return (int) (((red / count) << 16) | ((green / count) << 8) | (blue / count));
    }
}

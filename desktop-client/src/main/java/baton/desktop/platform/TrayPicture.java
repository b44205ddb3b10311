package baton.desktop.platform;

import java.nio.ByteBuffer;

/// Draws Baton's mark for the tray. AWT could draw it, but next to JavaFX it opens the screen a
/// second time.
final class TrayPicture {
    private static final int ACCENT = 0x2F6FEB;
    private static final int WHITE = 0xFFFFFF;
    private static final int NEWS = 0xE03C31;

    /// Samples of a pixel, across and down: edges are as smooth as that.
    private static final int SAMPLES = 4;

    /// Stands for no colour; all lengths below are parts of the picture's side.
    private static final int NOTHING = -1;

    private static final double CORNER = 0.22;

    private TrayPicture() {}

    /// A square picture, row by row, four bytes a pixel: alpha, red, green, blue.
    ///
    /// @param size pixels of a side
    /// @param news whether a dot says that something is unread
    static byte[] draw(int size, boolean news) {
        ByteBuffer pixels = ByteBuffer.allocate(size * size * Integer.BYTES);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                pixels.putInt(pixel(x, y, size, news));
            }
        }
        return pixels.array();
    }

    private static int pixel(int x, int y, int size, boolean news) {
        int red = 0;
        int green = 0;
        int blue = 0;
        int covered = 0;
        double step = 1.0 / SAMPLES;
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            int across = i % SAMPLES;
            int down = i / SAMPLES;
            double u = (x + (across + 0.5) * step) / size;
            double v = (y + (down + 0.5) * step) / size;
            int colour = colourAt(u, v, news);
            if (colour != NOTHING) {
                red += colour >> 16 & 0xff;
                green += colour >> 8 & 0xff;
                blue += colour & 0xff;
                covered++;
            }
        }
        return covered == 0
                ? 0
                : ((0xff * covered / (SAMPLES * SAMPLES)) << 24)
                        | ((red / covered) << 16)
                        | ((green / covered) << 8)
                        | (blue / covered);
    }

    private static int colourAt(double u, double v, boolean news) {
        if (news && Math.hypot(u - 0.78, v - 0.22) < 0.22) {
            return NEWS;
        }
        boolean isStroke = distance(u, v, 0.28, 0.66, 0.66, 0.30) < 0.075;
        boolean isDot = Math.hypot(u - 0.68, v - 0.70) < 0.075;
        if (isStroke || isDot) {
            return WHITE;
        }
        return isCard(u, v) ? ACCENT : NOTHING;
    }

    private static boolean isCard(double u, double v) {
        double across = Math.max(Math.abs(u - 0.5) - (0.5 - CORNER), 0);
        double down = Math.max(Math.abs(v - 0.5) - (0.5 - CORNER), 0);
        return Math.hypot(across, down) < CORNER;
    }

    /// From a point to a line that ends.
    @SuppressWarnings("checkstyle:ParameterNumber")
    private static double distance(
            double u, double v, double fromU, double fromV, double toU, double toV) {
        double alongU = toU - fromU;
        double alongV = toV - fromV;
        double part =
                Math.clamp(
                        ((u - fromU) * alongU + (v - fromV) * alongV)
                                / (alongU * alongU + alongV * alongV),
                        0,
                        1);
        return Math.hypot(u - fromU - part * alongU, v - fromV - part * alongV);
    }
}

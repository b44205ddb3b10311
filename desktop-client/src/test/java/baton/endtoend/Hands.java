package baton.endtoend;

import baton.model.Allowed;
import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.swing.KeyStroke;

/// Presses the keys of the screen that it was started on, as told by its input: each line is an
/// order, answered by a line. Ends with its input.
@Allowed("answers whoever started it")
final class Hands {
    private final Robot robot;

    private Hands(Robot robot) {
        this.robot = robot;
    }

    public static void main(String[] arguments) throws AWTException, IOException {
        Hands hands = new Hands(new Robot());
        try (var orders = new InputStreamReader(System.in, StandardCharsets.UTF_8);
                var lines = new java.io.BufferedReader(orders)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println(hands.obey(line));
            }
        }
        System.exit(0);
    }

    private String obey(String line) throws IOException {
        String[] order = line.split(" ", 2);
        switch (order[0]) {
            case "press" -> press(order[1]);
            case "type" -> order[1].chars().forEach(letter -> press(name(letter)));
            case "colour" -> {
                return colour(order[1]);
            }
            case "picture" -> {
                return picture(new File(order[1]));
            }
            default -> throw new IllegalArgumentException(line);
        }
        return "done";
    }

    private static String name(int letter) {
        return letter == ' ' ? "SPACE" : Character.toString(letter).toUpperCase(Locale.ROOT);
    }

    private void press(String names) {
        List<Integer> keys = new ArrayList<>();
        for (String name : names.split("\\+", -1)) {
            keys.add(KeyStroke.getKeyStroke(name).getKeyCode());
        }
        keys.forEach(robot::keyPress);
        keys.reversed().forEach(robot::keyRelease);
        robot.waitForIdle();
    }

    private String colour(String place) {
        String[] parts = place.split(" ", 2);
        int x = Integer.parseInt(parts[0]);
        int y = Integer.parseInt(parts[1]);
        return Integer.toString(robot.getPixelColor(x, y).getRGB());
    }

    private String picture(File file) throws IOException {
        BufferedImage image =
                robot.createScreenCapture(
                        new Rectangle(Toolkit.getDefaultToolkit().getScreenSize()));
        ImageIO.write(image, "png", file);
        int wide = image.getWidth();
        int high = image.getHeight();
        int[] pixels = image.getRGB(0, 0, wide, high, new int[wide * high], 0, wide);
        return Long.toString(java.util.stream.IntStream.of(pixels).distinct().count());
    }
}

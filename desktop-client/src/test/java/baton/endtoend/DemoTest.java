package baton.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.demo.DemoMain;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demo as people without a screen start it: a device is cut off, the relay is killed, and what
/// is on all devices in the end is compared with what was said.
class DemoTest {
    private static final Pattern VERDICT =
            Pattern.compile(
                    "(\\d+) messages expected over all devices: lost 0, shown twice 0, out of order"
                            + " 0");

    @Test
    void nothingIsLostThoughADeviceIsCutOffAndTheRelayIsKilled(@TempDir Path folder)
            throws Exception {
        String first = play(folder);
        assertTrue(first.contains("The laptop is cut off."), first);
        assertTrue(first.contains("The relay was killed."), first);
        assertTrue(messages(first) > 800, first);
        // What is there is continued.
        assertTrue(messages(play(folder)) > 800);
    }

    private static int messages(String output) {
        Matcher verdict = VERDICT.matcher(output);
        assertTrue(verdict.find(), output);
        assertTrue(output.contains("All devices agree."), output);
        return Integer.parseInt(verdict.group(1));
    }

    private static String play(Path folder) throws Exception {
        Process demo =
                Java.program(
                                System.getProperty("java.class.path"),
                                List.of("-Dglass.platform=Headless", "-Dprism.order=sw"),
                                DemoMain.class.getName(),
                                List.of("--data-dir", folder.toString(), "--lang", "en"))
                        .redirectError(folder.resolve("errors.txt").toFile())
                        .start();
        String output = new String(demo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, demo.waitFor(), () -> output + "\n" + read(folder.resolve("errors.txt")));
        return output;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }
}

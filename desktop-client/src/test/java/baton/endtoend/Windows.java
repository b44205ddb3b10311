package baton.endtoend;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Point;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The program as people start it, in windows of the system, each on a screen of its own and worked
/// by that screen's keys. What they look like is kept below `target/pictures`. One thread.
final class Windows implements AutoCloseable {
    /// What is drawn before there is a window has one colour, a window with texts hundreds.
    private static final int COLOURS_OF_A_WINDOW = 100;

    /// Of the page there at first, of the messages later.
    private static final Point BESIDE_THE_FORM = new Point(1_200, 600);

    /// At the left of its title.
    private static final Point PICTURE_OF_A_CONVERSATION = new Point(338, 33);

    private static final Path PICTURES = Path.of("target", "pictures");

    private final List<Process> programs = new ArrayList<>();
    private final List<Screen> screens = new ArrayList<>();

    /// Starts the program for one profile of a scene and waits for its first window.
    ///
    /// @param arguments those beside profile, folder and look
    Screen open(Scene scene, String profile, String... arguments) {
        Screen screen = Screen.start();
        screens.add(screen);
        List<String> usual =
                List.of(
                        "--data-dir",
                        scene.config(profile).dataFolder().toString(),
                        "--profile",
                        profile,
                        "--theme",
                        "light",
                        "--lang",
                        "en");
        try {
            Files.createDirectories(scene.folder());
            programs.add(
                    screen.open(
                            WindowProgram.class.getName(),
                            Stream.concat(usual.stream(), Stream.of(arguments)).toList(),
                            scene.folder().resolve(profile + ".log")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path seen = scene.folder().resolve("screen.png");
        scene.await(
                "the first window of " + profile, () -> screen.picture(seen) > COLOURS_OF_A_WINDOW);
        return screen;
    }

    /// From the handle back to the doors above it, to the second of them, and to the handle again.
    void chooseSigningUp(Screen screen) {
        screen.press("SHIFT+TAB", "RIGHT", "SPACE", "TAB");
    }

    /// Signs up with a profile's name as the handle, which is where the cursor stands.
    void signUp(Scene scene, Screen screen, String profile) {
        screen.type(profile);
        screen.press("TAB");
        screen.type("quartz otter 7731");
        screen.press("TAB", "TAB");
        screen.type("dr " + profile);
        keep(screen, "real-window-first-" + profile);
        int ground = screen.colour(BESIDE_THE_FORM);
        screen.press("ENTER");
        Path token = scene.storeOf(profile).resolveSibling("token");
        scene.await(profile + " is signed up", () -> Files.exists(token));
        // Keys that come before the window would go nowhere.
        scene.await(
                "the main window of " + profile, () -> screen.colour(BESIDE_THE_FORM) != ground);
    }

    /// The first conversation of the list, and then the place to write. Its store may hold one
    /// before the window shows it.
    void openFirstConversation(Scene scene, Screen screen) {
        int nothing = screen.colour(PICTURE_OF_A_CONVERSATION);
        scene.await(
                "a conversation is open",
                () -> {
                    screen.press("CONTROL+K", "ENTER");
                    return screen.colour(PICTURE_OF_A_CONVERSATION) != nothing;
                });
        screen.press("F6", "F6");
    }

    /// Keeps what is on a screen.
    void keep(Screen screen, String name) {
        try {
            Files.createDirectories(PICTURES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        screen.picture(PICTURES.resolve(name + ".png").toAbsolutePath());
    }

    /// @throws AssertionError if a program has ended by itself
    void assertAllOpen() {
        assertTrue(programs.stream().allMatch(Process::isAlive), "a program has ended");
    }

    @Override
    public void close() {
        programs.forEach(Screen::end);
        screens.forEach(Screen::close);
    }
}

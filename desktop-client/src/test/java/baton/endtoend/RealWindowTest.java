package baton.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import baton.desktop.store.Identity;
import baton.desktop.store.StoreReader;
import baton.desktop.store.Tick;
import baton.desktop.store.TimelineRow;
import baton.desktop.store.sqlite.SqliteReader;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.EventBody;
import java.awt.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program as people start it, with windows of the system on screens of their own, worked by
/// the keys of those screens only. Needs an X server that draws into memory (Debian: xvfb), and is
/// skipped where there is none.
class RealWindowTest {
    /// What is drawn before there is a window has one colour, a window with texts hundreds.
    private static final int COLOURS_OF_A_WINDOW = 100;

    /// Of the page there at first, of the messages later.
    private static final Point BESIDE_THE_FORM = new Point(1_200, 600);

    private static final Path PICTURES = Path.of("target", "pictures");

    @TempDir Path folder;
    private final List<Process> programs = new ArrayList<>();
    private final List<Screen> screens = new ArrayList<>();

    @AfterEach
    void close() {
        programs.forEach(Screen::end);
        screens.forEach(Screen::close);
    }

    @Test
    void twoPeopleSignUpAndOneReadsWhatTheOtherWrote() throws IOException {
        assumeTrue(Screen.isPossible(), "no Xvfb on this machine: apt-get install xvfb");
        Files.createDirectories(PICTURES);
        try (Scene scene = Scene.in(folder)) {
            HeadlessDevice host = scene.signUp("host", "host");
            Screen anas = signUp(scene, "ana");
            Screen bens = signUp(scene, "ben");
            ConversationId group =
                    host.runtime()
                            .intents()
                            .createGroup(
                                    "Lunch",
                                    List.of(new AccountId("ana"), new AccountId("ben")),
                                    outcome -> {});
            try (SqliteReader ana = reader(scene, "ana");
                    SqliteReader ben = reader(scene, "ben")) {
                scene.await("both are in the group", () -> isIn(ana, group) && isIn(ben, group));
                open(anas);
                anas.type("lunch at one");
                anas.press("ENTER");
                scene.await("Ben's device holds it", () -> said(ben, group).isPresent());
                scene.await("so does the host's", () -> said(host.reader(), group).isPresent());
                host.runtime().intents().markRead(group, host.newest(group));
                open(bens);
                scene.await(
                        "Ben has seen it as the last one, and Ana is told so",
                        () -> said(ana, group).filter(row -> row.tick() == Tick.READ).isPresent());
            } finally {
                anas.picture(PICTURES.resolve("real-window-ana.png").toAbsolutePath());
                bens.picture(PICTURES.resolve("real-window-ben.png").toAbsolutePath());
            }
            programs.forEach(program -> assertEquals(true, program.isAlive()));
        }
    }

    /// Starts the program of one person and goes through its first window.
    private Screen signUp(Scene scene, String handle) throws IOException {
        Screen screen = Screen.start();
        screens.add(screen);
        programs.add(
                screen.open(
                        WindowProgram.class.getName(),
                        List.of(
                                "--data-dir",
                                scene.config(handle).dataFolder().toString(),
                                "--profile",
                                handle,
                                "--relay",
                                scene.relay().address(),
                                "--theme",
                                "light",
                                "--lang",
                                "en"),
                        folder.resolve(handle + ".log")));
        scene.await(
                "the first window of " + handle,
                () -> screen.picture(folder.resolve("screen.png")) > COLOURS_OF_A_WINDOW);
        // From the handle back to the doors above it, and to the second of them.
        screen.press("SHIFT+TAB", "RIGHT", "SPACE", "TAB");
        screen.type(handle);
        screen.press("TAB");
        screen.type("quartz otter 7731");
        screen.press("TAB", "TAB");
        screen.type("dr " + handle);
        screen.picture(PICTURES.resolve("real-window-first-" + handle + ".png").toAbsolutePath());
        int ground = screen.colour(BESIDE_THE_FORM);
        screen.press("ENTER");
        Path token = scene.storeOf(handle).resolveSibling("token");
        scene.await(handle + " is signed up", () -> Files.exists(token));
        // Keys that come before the window would go nowhere.
        scene.await("the main window of " + handle, () -> screen.colour(BESIDE_THE_FORM) != ground);
        return screen;
    }

    /// The first conversation of the list, and then the place to write.
    private static void open(Screen screen) {
        screen.press("CONTROL+K", "ENTER", "F6", "F6");
    }

    private static SqliteReader reader(Scene scene, String handle) {
        return new SqliteReader(
                scene.storeOf(handle),
                new Identity(
                        scene.relay().address(),
                        new AccountId(handle),
                        handle,
                        new DeviceId("reader"),
                        "reader"));
    }

    private static boolean isIn(SqliteReader reader, ConversationId group) {
        return reader.conversation(group).isPresent();
    }

    private static Optional<TimelineRow.Entry> said(StoreReader reader, ConversationId group) {
        return reader.timelineUpTo(group, Long.MAX_VALUE, 10).rows().stream()
                .filter(TimelineRow.Entry.class::isInstance)
                .map(TimelineRow.Entry.class::cast)
                .filter(row -> row.event().body().equals(new EventBody.Message("lunch at one")))
                .findFirst();
    }
}

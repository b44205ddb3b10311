package baton.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import baton.desktop.runtime.AccountEntry.Credentials;
import baton.desktop.runtime.AccountEntry.Result;
import baton.desktop.runtime.RelayInvite;
import baton.desktop.store.Identity;
import baton.desktop.store.StoreReader;
import baton.desktop.store.Tick;
import baton.desktop.store.TimelineRow;
import baton.desktop.store.sqlite.SqliteReader;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.EventBody;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program as people start it, with windows of the system on screens of their own, worked by
/// the keys of those screens only. Needs an X server that draws into memory (Debian: xvfb), and is
/// skipped where there is none.
class RealWindowTest {
    @TempDir Path folder;
    private final Windows windows = new Windows();

    @BeforeEach
    void needScreens() {
        assumeTrue(Screen.isPossible(), "no Xvfb on this machine: apt-get install xvfb");
    }

    @AfterEach
    void close() {
        windows.close();
    }

    @Test
    void twoPeopleSignUpAndOneReadsWhatTheOtherWrote() {
        try (Scene scene = Scene.in(folder)) {
            HeadlessDevice host = scene.signUp("host", "host");
            Screen anas = windows.open(scene, "ana", "--relay", scene.relay().address());
            windows.chooseSigningUp(anas);
            windows.signUp(scene, anas, "ana");
            Screen bens = windows.open(scene, "ben", "--relay", scene.relay().address());
            windows.chooseSigningUp(bens);
            windows.signUp(scene, bens, "ben");
            meet(new Seat(scene, anas), new Seat(scene, bens), host, "real-window-");
        }
    }

    /// The second person has nothing but the invite, as its link: another computer, as far as one
    /// machine can be two.
    @Test
    void theRelayOnThisComputerIsStartedFromTheFirstWindowAndAnInviteLeadsToIt()
            throws IOException {
        try (Scene here = Scene.at(folder.resolve("here"), "");
                Scene there = Scene.at(folder.resolve("there"), "")) {
            Screen anas = windows.open(here, "ana");
            // From the handle backwards over the doors and the example to what starts the relay.
            anas.press("SHIFT+TAB", "SHIFT+TAB", "SHIFT+TAB", "SHIFT+TAB", "SPACE");
            Path own = here.config("ana").dataFolder().resolve("own-relay");
            here.await("the relay serves", () -> isWanted(own));
            windows.keep(anas, "real-window-own-relay");
            windows.signUp(here, anas, "ana");
            HeadlessDevice host = here.open("host");
            RelayInvite invite = invited(host, portOf(own));
            Screen bens = windows.open(there, "ben", invite.link());
            windows.signUp(there, bens, "ben");
            meet(new Seat(here, anas), new Seat(there, bens), host, "real-window-own-relay-");
        }
    }

    private record Seat(Scene scene, Screen window) {}

    /// @param kept how the pictures of both windows begin
    private void meet(Seat anas, Seat bens, HeadlessDevice host, String kept) {
        try (SqliteReader ana = reader(anas.scene(), "ana");
                SqliteReader ben = reader(bens.scene(), "ben")) {
            talk(new Table(anas.scene(), host, anas.window(), ana, bens.window(), ben));
        } finally {
            windows.keep(anas.window(), kept + "ana");
            windows.keep(bens.window(), kept + "ben");
        }
        windows.assertAllOpen();
    }

    private record Table(
            Scene scene,
            HeadlessDevice host,
            Screen anas,
            StoreReader ana,
            Screen bens,
            StoreReader ben) {}

    /// Ana writes to a group in her window, Ben reads it in his, and she is told so.
    private void talk(Table table) {
        HeadlessDevice host = table.host();
        ConversationId group =
                host.runtime()
                        .intents()
                        .createGroup(
                                "Lunch",
                                List.of(new AccountId("ana"), new AccountId("ben")),
                                outcome -> {});
        Scene scene = table.scene();
        scene.await(
                "both are in the group",
                () -> isIn(table.ana(), group) && isIn(table.ben(), group));
        windows.openFirstConversation(scene, table.anas());
        table.anas().type("lunch at one");
        table.anas().press("ENTER");
        scene.await("Ben's device holds it", () -> said(table.ben(), group).isPresent());
        scene.await("so does the host's", () -> said(host.reader(), group).isPresent());
        host.runtime().intents().markRead(group, host.newest(group));
        windows.openFirstConversation(scene, table.bens());
        scene.await(
                "Ben has seen it as the last one, and Ana is told so",
                () -> said(table.ana(), group).filter(row -> row.tick() == Tick.READ).isPresent());
    }

    /// Signs the host up at the relay on this computer, whose key it is shown at first.
    private static RelayInvite invited(HeadlessDevice host, String port) {
        String address = "wss://localhost:" + port;
        Result asked = host.signUp(new Credentials(address, "host", Scene.PASSWORD));
        RelayInvite invite =
                RelayInvite.of(address, assertInstanceOf(Result.UnknownKey.class, asked).key())
                        .orElseThrow();
        assertEquals(
                new Result.Entered(),
                host.signUp(new Credentials(invite.link(), "host", Scene.PASSWORD)));
        return invite;
    }

    /// Written down once the relay has said that it is ready.
    private static boolean isWanted(Path own) {
        return Boolean.parseBoolean(settings(own).getProperty("wanted"));
    }

    private static String portOf(Path own) {
        return settings(own).getProperty("port");
    }

    private static Properties settings(Path own) {
        Properties settings = new Properties();
        Path file = own.resolve("own-relay.properties");
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                settings.load(reader);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return settings;
    }

    private static SqliteReader reader(Scene scene, String profile) {
        return new SqliteReader(
                scene.storeOf(profile),
                new Identity(
                        "ws://localhost",
                        new AccountId(profile),
                        profile,
                        new DeviceId("reader"),
                        "reader"));
    }

    private static boolean isIn(StoreReader reader, ConversationId group) {
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

package baton.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.app.DeviceWindow;
import baton.desktop.app.PlainDress;
import baton.desktop.runtime.AccountDevices.Invitation;
import baton.desktop.runtime.AccountEntry.Result;
import baton.desktop.runtime.DeviceLink;
import baton.desktop.runtime.SyncStatus.Link;
import baton.desktop.store.DeviceRow;
import baton.desktop.ui.FxDriver;
import baton.desktop.ui.common.OwnRelay;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.SettingNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The devices of one account over a real relay: linked by code, renamed, signed out from another
/// one, erased.
class DevicesTest {
    @TempDir Path folder;
    private Scene scene;
    private HeadlessDevice desk;
    private ConversationId notes;

    @BeforeEach
    void signUp() {
        scene = Scene.in(folder);
        desk = scene.signUp("ana", "desk");
        notes = ConversationId.notes(desk.account());
        for (int i = 1; i <= 40; i++) {
            desk.send(notes, "note " + i);
        }
        scene.awaitMessages(40, notes, desk);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private DeviceLink invitation() {
        return assertInstanceOf(Invitation.Open.class, desk.runtime().devices().invite()).link();
    }

    private HeadlessDevice linked(String profile, DeviceLink link) {
        HeadlessDevice device = scene.open(profile);
        assertEquals(new Result.Entered(), device.link(link));
        return device;
    }

    private static Set<String> names(HeadlessDevice witness) {
        return witness.reader().devices().stream().map(DeviceRow::name).collect(Collectors.toSet());
    }

    private static boolean isSignedOut(HeadlessDevice device) {
        return device.runtime().hints().status().link() instanceof Link.Stopped stopped
                && stopped.code().equals("device-signed-out");
    }

    @Test
    void deviceThatIsLinkedByCodeSeesTheHistory() {
        DeviceLink link = invitation();
        HeadlessDevice phone = linked("phone", link);
        scene.awaitMessages(40, notes, phone);
        assertEquals(desk.history(notes), phone.history(notes));
        scene.await("the matrix shows it", () -> names(desk).equals(Set.of("desk", "phone")));
        phone.send(notes, "from the phone");
        scene.awaitMessages(41, notes, desk, phone);
        HeadlessDevice late = scene.open("late");
        assertEquals(new Result.Failed("link-code-wrong"), late.link(link));
    }

    @Test
    void newNameIsEverywhereAndStaysAcrossAStart() {
        HeadlessDevice phone = linked("phone", invitation());
        scene.await("both know both", () -> names(desk).size() == 2 && names(phone).size() == 2);
        assertEquals(
                Optional.empty(),
                desk.runtime().devices().rename(phone.runtime().me().device(), "Küche 厨房"));
        Set<String> expected = Set.of("desk", "Küche 厨房");
        scene.await(
                "both say so", () -> names(desk).equals(expected) && names(phone).equals(expected));
        scene.close(phone);
        HeadlessDevice again = scene.open("phone");
        assertEquals("Küche 厨房", again.runtime().me().deviceName());
        again.send(notes, "still here");
        scene.awaitMessages(41, notes, desk, again);
        assertEquals(expected, names(desk));
    }

    @Test
    void deviceThatIsSignedOutElsewhereStopsAndCanBeErased() {
        HeadlessDevice phone = linked("phone", invitation());
        scene.awaitMessages(40, notes, phone);
        assertEquals(
                Optional.empty(), desk.runtime().devices().signOut(phone.runtime().me().device()));
        scene.await("it knows", () -> isSignedOut(phone));
        scene.await("it is struck off", () -> names(desk).equals(Set.of("desk")));
        desk.send(notes, "not for the phone");
        scene.awaitMessages(41, notes, desk);
        assertEquals(40, phone.texts(notes).size(), "what it had can be read");
        assertEquals(
                Optional.of("device-signed-out"),
                phone.runtime().devices().rename(desk.runtime().me().device(), "mine"));
        scene.close(phone);
        HeadlessDevice again = scene.open("phone");
        scene.await("it is told again", () -> isSignedOut(again));
        assertEquals(40, again.texts(notes).size());
        assertEquals(
                Optional.of("unknown-device"),
                desk.runtime().devices().signOut(new DeviceId("nobodys")));
    }

    @Test
    void windowIsCalledAsPersonAndDeviceAreCalledNow() {
        HeadlessDevice phone = linked("phone", invitation());
        DeviceWindow window = window(phone);
        try {
            desk.runtime().intents().set(SettingNames.NAME, "", "Ana Novák");
            FxDriver.until(
                    "the person's name",
                    () -> window.stage().getTitle().startsWith("Baton – Ana Novák · "));
            DeviceId id = phone.runtime().me().device();
            assertEquals(Optional.empty(), desk.runtime().devices().rename(id, "Küche"));
            FxDriver.until(
                    "and the device's",
                    () -> window.stage().getTitle().startsWith("Baton – Ana Novák · Küche"));
        } finally {
            FxDriver.run(window::close);
        }
    }

    @Test
    void windowSaysThatItIsSignedOutAndErasesWhatItHeld() throws IOException {
        HeadlessDevice phone = linked("phone", invitation());
        scene.awaitMessages(40, notes, phone);
        DeviceId id = phone.runtime().me().device();
        DeviceWindow window = window(phone);
        try {
            assertEquals(Optional.empty(), desk.runtime().devices().rename(id, "Kitchen"));
            FxDriver.until("it is called so", () -> window.stage().getTitle().contains("Kitchen"));
            assertFalse(FxDriver.fx(() -> has(window, ".signed-out")));
            assertEquals(Optional.empty(), desk.runtime().devices().signOut(id));
            FxDriver.until("its bar is there", () -> has(window, ".signed-out"));
            assertTrue(diskOf("phone").contains("note 17"), "it has them until then");
            press(window, ".signed-out #erase");
            press(window, "#confirm");
            FxDriver.until("the first window is back", () -> has(window, "#handle"));
            assertFalse(phone.runtime().isSignedIn());
            assertFalse(diskOf("phone").contains("note 17"));
            assertEquals(new Result.Entered(), phone.link(invitation()));
            scene.awaitMessages(40, notes, phone);
        } finally {
            FxDriver.run(window::close);
        }
    }

    private static DeviceWindow window(HeadlessDevice device) {
        FxDriver.start();
        DeviceWindow window =
                FxDriver.fx(() ->
                        new DeviceWindow(
                                new Stage(),
                                device.runtime(),
                                PlainDress.of(
                                        device.config().profile(),
                                        device.runtime().me().relay(),
                                        "suggested",
                                        OwnRelay.none(),
                                        "")));
        FxDriver.run(() -> window.showAt(new Rectangle2D(0, 0, 1000, 760)));
        return window;
    }

    private static boolean has(DeviceWindow window, String selector) {
        return window.stage().getScene().getRoot().lookup(selector) != null;
    }

    private static void press(DeviceWindow window, String selector) {
        FxDriver.until(selector + " is there", () -> has(window, selector));
        FxDriver.run(() -> ((Button) window.stage().getScene().getRoot().lookup(selector)).fire());
    }

    /// Every byte that a profile has on the disk, as letters.
    private String diskOf(String profile) throws IOException {
        StringBuilder bytes = new StringBuilder();
        try (Stream<Path> files = Files.walk(scene.storeOf(profile).getParent())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return bytes.toString();
    }
}

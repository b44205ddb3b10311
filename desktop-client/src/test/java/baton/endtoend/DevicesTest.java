package baton.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.runtime.AccountDevices.Invitation;
import baton.desktop.runtime.AccountEntry.Result;
import baton.desktop.runtime.DeviceLink;
import baton.desktop.runtime.SyncStatus.Link;
import baton.desktop.store.DeviceRow;
import baton.model.ConversationId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
        again.runtime().erase();
        assertEquals(new Result.Entered(), again.link(invitation()));
        scene.awaitMessages(41, notes, again);
        assertEquals(
                List.of("unknown-device"),
                desk.runtime().devices().signOut(new baton.model.DeviceId("nobodys")).stream()
                        .toList());
        assertTrue(again.texts(notes).contains("not for the phone"));
    }
}

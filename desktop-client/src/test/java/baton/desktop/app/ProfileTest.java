package baton.desktop.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import baton.model.DeviceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {
    private static final DeviceId LAPTOP = new DeviceId("d1");

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "A", "a b", "../a", "a/b", "a.b", "ä"})
    void nameThatCouldLeadElsewhereIsRefused(String name) {
        ProfileException refused =
                assertThrows(
                        ProfileException.class, () -> Profile.of(new DesktopConfig(folder, name)));
        assertEquals(ProfileException.NAME_MALFORMED, refused.code());
    }

    @Test
    void onlyTheOwnerMayEnterAndReadTheToken() throws IOException {
        Profile profile = Profile.of(new DesktopConfig(folder, "ana"));
        new TokenFile(profile.token()).write(LAPTOP, "secret");
        assertEquals("rwx------", permissions(profile.folder()));
        assertEquals("rw-------", permissions(profile.token()));
    }

    @Test
    void tokenIsReadForItsOwnDeviceOnly() {
        TokenFile file = new TokenFile(folder.resolve("token"));
        assertEquals(Optional.empty(), file.read(LAPTOP));
        file.write(LAPTOP, "first");
        file.write(LAPTOP, "second");
        assertEquals(Optional.of("second"), file.read(LAPTOP));
        assertEquals(Optional.empty(), file.read(new DeviceId("d2")));
        file.delete();
        assertEquals(Optional.empty(), file.read(LAPTOP));
    }

    @Test
    void secondOpeningIsRefusedUntilTheFirstHasClosed() {
        Path file = folder.resolve("lock");
        try (ProfileLock first = ProfileLock.take(file)) {
            ProfileException refused =
                    assertThrows(ProfileException.class, () -> ProfileLock.take(file).close());
            assertEquals(ProfileException.IN_USE, refused.code());
        }
        ProfileLock.take(file).close();
    }

    @Test
    void dataLiesWhereEachSystemWantsIt() {
        Path home = Path.of("/home/ana");
        assertEquals(
                home.resolve(".local/share/baton"),
                DesktopConfig.systemFolder("Linux", home, Map.of()));
        assertEquals(
                Path.of("/data/baton"),
                DesktopConfig.systemFolder("Linux", home, Map.of("XDG_DATA_HOME", "/data")));
        assertEquals(
                home.resolve("Library/Application Support/Baton"),
                DesktopConfig.systemFolder("Mac OS X", home, Map.of()));
        assertEquals(
                home.resolve("AppData/Local/Baton"),
                DesktopConfig.systemFolder("Windows 11", home, Map.of()));
    }

    @Test
    void commandLineComesBeforeTheEnvironment() {
        Map<String, String> environment = Map.of(DesktopConfig.HOME_VARIABLE, "/from/environment");
        assertEquals(
                new DesktopConfig(Path.of("/from/line"), "work"),
                DesktopConfig.of("/from/line", "work", environment));
        assertEquals(
                new DesktopConfig(Path.of("/from/environment"), DesktopConfig.DEFAULT_PROFILE),
                DesktopConfig.of("", "", environment));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

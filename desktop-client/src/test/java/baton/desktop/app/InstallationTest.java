package baton.desktop.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
    @TempDir Path folder;

    private Installation linux() {
        return new Installation(Optional.of(folder.resolve("baton/bin/baton")), "Linux", "amd64");
    }

    @Test
    void aMarkBesideTheProgramKeepsEverythingThere() throws IOException {
        assertEquals(Optional.empty(), linux().portableData(false));
        Files.createDirectories(folder.resolve("baton"));
        Files.createFile(folder.resolve("baton").resolve(Installation.PORTABLE));
        assertEquals(Optional.of(folder.resolve("baton/data")), linux().portableData(false));
    }

    @Test
    void soDoesWhoAsks() {
        assertEquals(Optional.of(folder.resolve("baton/data")), linux().portableData(true));
        Installation none = new Installation(Optional.empty(), "Linux", "amd64");
        assertEquals(Optional.empty(), none.portableData(false));
        assertEquals(Optional.of(Path.of("data").toAbsolutePath()), none.portableData(true));
    }

    @Test
    void aMacKeepsItBesideTheBundle() {
        Installation mac =
                new Installation(
                        Optional.of(folder.resolve("Baton.app/Contents/MacOS/Baton")),
                        "Mac OS X",
                        "aarch64");
        assertEquals(Optional.of(folder.resolve("data")), mac.portableData(true));
        assertEquals("dmg-aarch64", mac.kind());
    }

    @Test
    void whatIsUnpackedIsReplacedByWhatIsUnpacked() {
        assertEquals("tar-amd64", linux().kind());
    }

    @Test
    void onLinuxTheFolderOfAPackageIsShown() {
        assertEquals(folder, linux().opened(folder.resolve("baton.deb")));
        Installation windows = new Installation(Optional.empty(), "Windows 11", "amd64");
        assertEquals(folder.resolve("b.msi"), windows.opened(folder.resolve("b.msi")));
    }

    @Test
    void theFileForAllStandsWhereTheSystemKeepsSuch() {
        assertEquals(Path.of("/etc/baton/desktop.properties"), linux().adminFile(Map.of()));
    }
}

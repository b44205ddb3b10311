package baton.desktop.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminFileTest {
    @TempDir Path folder;

    private AdminFile read(String text) throws IOException {
        return AdminFile.read(Files.writeString(folder.resolve("desktop.properties"), text));
    }

    @Test
    void whereThereIsNoneEverythingIsAllowed() {
        assertEquals(
                new AdminFile(Optional.empty(), true, List.of()),
                AdminFile.read(folder.resolve("none")));
    }

    @Test
    void itNamesARelayAndForbidsUpdates() throws IOException {
        assertEquals(
                new AdminFile(Optional.of("wss://chat.example.org"), false, List.of()),
                read("# for all\nrelay = wss://chat.example.org \nupdates = off\n"));
    }

    @Test
    void whatMeansNothingIsPassedOverAndTheRestHolds() throws IOException {
        AdminFile file = read("relay=ftp://x\nupdates=off\ncolour=blue\n");
        assertEquals(Optional.empty(), file.relay());
        assertFalse(file.updates());
        assertEquals(2, file.mistakes().size());
    }

    @Test
    void aMistypedBanIsABan() throws IOException {
        AdminFile file = read("updates=of\n");
        assertFalse(file.updates());
        assertEquals(1, file.mistakes().size());
    }

    @Test
    void aFileThatCannotBeReadForbidsAndIsSaid() throws IOException {
        AdminFile file = read("updates=\\uZZZZ\n");
        assertFalse(file.updates());
        assertEquals(1, file.mistakes().size());
        assertTrue(AdminFile.read(folder).mistakes().size() == 1, "a folder in its place");
    }
}

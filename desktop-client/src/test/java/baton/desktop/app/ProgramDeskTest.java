package baton.desktop.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.platform.Autostart;
import baton.desktop.store.Watch;
import baton.desktop.ui.common.LocalSettings;
import baton.desktop.ui.common.Outcome;
import baton.desktop.ui.program.ProgramDoors;
import baton.desktop.update.Signer;
import baton.desktop.update.UpdateSource;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramDeskTest {
    private static final byte[] PACKAGE = "the package".getBytes(StandardCharsets.UTF_8);

    @TempDir Path folder;
    private final Signer signer = new Signer();
    private final LocalSettings settings = LocalSettings.inMemory();
    private final List<Path> opened = new ArrayList<>();
    private HttpServer web;

    @BeforeEach
    void open() throws Exception {
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(PACKAGE));
        serve(
                "/latest.txt",
                signer.signed(
                        "version 0.2.0\npackage deb-amd64 "
                                + sum
                                + " "
                                + at("/b.deb")
                                + "\n\nNew.\n"));
        serve("/b.deb", PACKAGE);
        web.start();
    }

    @AfterEach
    void close() {
        web.stop(0);
    }

    private void serve(String path, byte[] bytes) {
        web.createContext(
                path,
                exchange -> {
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
    }

    private String at(String path) {
        return "http://127.0.0.1:" + web.getAddress().getPort() + path;
    }

    private ProgramDesk desk(String version, boolean isAllowed, Optional<UpdateSource> source) {
        Autostart autostart =
                Autostart.of("Linux", folder, Map.of(), "baton-default", List.of("baton"));
        return new ProgramDesk(
                new ProgramDesk.Facts(
                        version,
                        List.of(),
                        Optional.empty(),
                        Optional.of(autostart),
                        source,
                        isAllowed,
                        "deb-amd64",
                        Optional.empty(),
                        folder.resolve("updates"),
                        opened::add),
                settings);
    }

    private ProgramDesk desk(String version) {
        return desk(version, true, Optional.of(source()));
    }

    private UpdateSource source() {
        return new UpdateSource(
                URI.create(at("/latest.txt")), signer.key(), ProxySelector.of(null));
    }

    private static ProgramDoors.Update found(ProgramDesk desk) {
        List<ProgramDoors.Update> found = new ArrayList<>();
        desk.look().ifDone(update -> update.ifPresent(found::add));
        return found.getFirst();
    }

    @Test
    void aNewerVersionIsFoundBroughtAndHandedOver() throws IOException {
        ProgramDesk desk = desk("0.1.0");
        ProgramDoors.Update update = found(desk);
        assertEquals(new ProgramDoors.Update("0.2.0", "New.", true), update);
        Path file = folder.resolve("updates/b.deb");
        assertEquals(new Outcome.Done<>(file), desk.download(update, Watch.NONE));
        assertEquals("the package", Files.readString(file));
        desk.install(file);
        assertEquals(List.of(file), opened);
    }

    @Test
    void theSameVersionIsNoNewerOne() {
        assertEquals(new Outcome.Done<>(Optional.empty()), desk("0.2.0").look());
        assertEquals(new Outcome.Done<>(Optional.empty()), desk("(from class files)").look());
    }

    @Test
    void whoIsNotAskedIsNotLookedFor() {
        ProgramDesk desk = desk("0.1.0");
        assertTrue(desk.lookUnasked().isPresent());
        desk.lookByItself(false);
        assertEquals(ProgramDoors.Choice.OFF, desk.about().updates());
        assertEquals(Optional.empty(), desk.lookUnasked());
        desk.lookByItself(true);
        assertEquals(ProgramDoors.Choice.ON, desk.about().updates());
    }

    @Test
    void whatIsForbiddenIsNotDoneEvenIfAsked() {
        ProgramDesk desk = desk("0.1.0", false, Optional.of(source()));
        assertEquals(ProgramDoors.Choice.FORBIDDEN, desk.about().updates());
        assertEquals(new Outcome.Done<>(Optional.empty()), desk.look());
        assertEquals(Optional.empty(), desk.lookUnasked());
    }

    @Test
    void aBuildThatLooksNowhereSaysSo() {
        assertEquals(
                ProgramDoors.Choice.MISSING,
                desk("0.1.0", true, Optional.empty()).about().updates());
    }

    @Test
    void aPlaceThatIsAwayIsATrouble() {
        web.removeContext("/latest.txt");
        assertEquals(new Outcome.Failed<>("update-unreachable"), desk("0.1.0").look());
    }

    @Test
    void theVersionIsSaidToHaveAdvancedOnce() {
        assertEquals(Optional.empty(), desk("0.1.0").advancedFrom());
        assertEquals(Optional.of("0.1.0"), desk("0.2.0").advancedFrom());
        assertEquals(Optional.empty(), desk("0.2.0").advancedFrom());
        assertEquals(Optional.empty(), desk("0.1.0").advancedFrom());
    }

    @Test
    void theSystemStartsItOrDoesNot() throws IOException {
        ProgramDesk desk = desk("0.1.0");
        assertEquals(ProgramDoors.Choice.OFF, desk.about().autostart());
        assertEquals(Optional.empty(), desk.startWithSystem(true));
        assertEquals(ProgramDoors.Choice.ON, desk.about().autostart());
        assertEquals(Optional.empty(), desk.startWithSystem(false));
        assertFalse(Files.exists(folder.resolve(".config/autostart/baton-default.desktop")));
        Files.delete(folder.resolve(".config/autostart"));
        Files.writeString(folder.resolve(".config/autostart"), "a file in its place");
        assertEquals(Optional.of("autostart-failed"), desk.startWithSystem(true));
    }
}

package baton.desktop.update;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpdateSourceTest {
    private static final byte[] PACKAGE =
            "all of it".repeat(50_000).getBytes(StandardCharsets.UTF_8);

    @TempDir Path folder;
    private final Signer signer = new Signer();
    private HttpServer web;

    @BeforeEach
    void open() throws IOException {
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.start();
    }

    @AfterEach
    void close() {
        web.stop(0);
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + web.getAddress().getPort() + path);
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

    private UpdateSource source() {
        return new UpdateSource(at("/latest.txt"), signer.key(), ProxySelector.of(null));
    }

    private static String sum(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    @Test
    void theFeedIsFoundAndBelieved() throws UpdateException {
        serve("/latest.txt", signer.signed("version 0.2.0\n\nnews\n"));
        assertEquals("news", source().look().notes());
    }

    @Test
    void aFeedThatIsNotThereIsUnreachable() {
        UpdateException e = assertThrows(UpdateException.class, () -> source().look());
        assertEquals("update-unreachable", e.code());
    }

    @Test
    void aFeedWithoutEndIsNotRead() {
        serve("/latest.txt", new byte[1 << 20]);
        UpdateException e = assertThrows(UpdateException.class, () -> source().look());
        assertEquals("update-not-trusted", e.code());
    }

    @Test
    void aPackageIsKeptUnderItsName() throws Exception {
        serve("/p/baton_0.2.0_amd64.deb", PACKAGE);
        Path file =
                source().fetch(
                                new UpdateFeed.Package(
                                        sum(PACKAGE), at("/p/baton_0.2.0_amd64.deb")),
                                folder,
                                (done, total) -> true);
        assertEquals(folder.resolve("baton_0.2.0_amd64.deb"), file);
        assertArrayEquals(PACKAGE, Files.readAllBytes(file));
        assertEquals(List.of(file), kept());
    }

    @Test
    void ofAPackageThatIsNotWhatWasSignedNothingIsLeft() throws IOException {
        serve("/p/baton.deb", PACKAGE);
        UpdateException e =
                assertThrows(
                        UpdateException.class,
                        () ->
                                source().fetch(
                                                new UpdateFeed.Package(
                                                        "00".repeat(32), at("/p/baton.deb")),
                                                folder,
                                                (done, total) -> true));
        assertEquals("update-not-trusted", e.code());
        assertEquals(List.of(), kept());
    }

    @Test
    void whoBreaksItOffHasNothing() throws Exception {
        serve("/p/baton.deb", PACKAGE);
        String sum = sum(PACKAGE);
        assertThrows(
                UpdateException.class,
                () ->
                        source().fetch(
                                        new UpdateFeed.Package(sum, at("/p/baton.deb")),
                                        folder,
                                        (done, total) -> false));
        assertEquals(List.of(), kept());
    }

    @Test
    void aFolderThatTakesNothingIsSaid() throws Exception {
        serve("/p/baton.deb", PACKAGE);
        Path file = Files.writeString(folder.resolve("file"), "");
        String sum = sum(PACKAGE);
        UpdateException e =
                assertThrows(
                        UpdateException.class,
                        () ->
                                source().fetch(
                                                new UpdateFeed.Package(sum, at("/p/baton.deb")),
                                                file,
                                                (done, total) -> true));
        assertEquals("update-not-kept", e.code());
    }
}

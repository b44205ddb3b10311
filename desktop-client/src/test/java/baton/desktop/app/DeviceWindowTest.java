package baton.desktop.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.backup.Passphrase;
import baton.desktop.net.Connector;
import baton.desktop.runtime.ChangeHints;
import baton.desktop.runtime.Intents;
import baton.desktop.runtime.SyncStatus;
import baton.desktop.store.Identity;
import baton.desktop.store.Store;
import baton.desktop.store.Watch;
import baton.desktop.ui.FxDriver;
import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SamplePlaces;
import baton.desktop.ui.common.OwnRelay;
import baton.protocol.AccountApi;
import baton.protocol.FrameCodec;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole window over a real profile and store, with the accounts of a relay answered by a small
/// HTTP server and the loop by a [SampleDevice].
class DeviceWindowTest {
    private static final Instant NOW = Instant.parse("2026-11-26T10:33:05Z");

    private final SampleDevice device = new SampleDevice(NOW);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer relay = relay();
    private final SamplePlaces places = new SamplePlaces();
    private final DeviceRuntime runtime;
    private final DeviceWindow window;

    DeviceWindowTest(@TempDir Path folder) {
        FxDriver.start();
        DesktopConfig config = DesktopConfig.of(folder.toString(), "second", Map.of());
        runtime = DeviceRuntime.open(config, this::start);
        window =
                FxDriver.fx(() ->
                        new DeviceWindow(
                                new Stage(),
                                runtime,
                                PlainDress.of(
                                        config.profile(),
                                        "localhost:" + relay.getAddress().getPort(),
                                        "Desk-1",
                                        OwnRelay.none(),
                                        ""),
                                places));
    }

    @BeforeEach
    void show() {
        relay.start();
        FxDriver.run(() -> window.showAt(new Rectangle2D(0, 0, 1000, 760)));
        FxDriver.pulse();
    }

    @AfterEach
    void close() {
        FxDriver.run(window::close);
        runtime.close();
        relay.stop(0);
    }

    @Test
    void firstRunBecomesTheMainWindowAndSigningOutLeadsBack() {
        assertTrue(has("#handle"));
        assertTrue(has(".profile-frame"));
        assertEquals(1, FxDriver.fx(() -> window.stage().getIcons().size()));
        signIn();
        assertEquals("Baton – Ana Novak · Desk-1", title());
        FxDriver.run(() -> device.status(stopped()));
        FxDriver.until("the bar says so", () -> has(".signed-out"));
        FxDriver.run(((Button) find(".signed-out #again"))::fire);
        FxDriver.until("the first window is back", () -> has("#handle"));
        assertEquals("ana", FxDriver.fx(((TextField) find("#handle"))::getText));
        assertEquals("Baton", title());
        assertEquals(List.of("POST /v1/devices", "DELETE /v1/devices/this"), asked);
        assertEquals(0, device.listenerCount());
    }

    @Test
    void whoeverStartsCanTypeAtOnce() {
        FxDriver.type("ana");
        assertEquals("ana", FxDriver.fx(((TextField) find("#handle"))::getText));
    }

    @Test
    void firstWindowAsksForABackupAndKeepsWhatWasTyped() {
        FxDriver.type("ana");
        FxDriver.run(((Button) find("#fromBackup"))::fire);
        assertTrue(has(".dialog-card #choose"));
        FxDriver.press(KeyCode.ESCAPE);
        assertFalse(has(".dialog-card"));
        assertEquals("ana", FxDriver.fx(((TextField) find("#handle"))::getText));
    }

    @Test
    void firstWindowRestoresAFileAndSuggestsWhoseItIs(@TempDir Path folder) throws Exception {
        signIn();
        Path file = folder.resolve("work.backup");
        assertTrue(runtime.backUp(new Passphrase("correct horse"), file, false, new Watch() {}));
        erase();
        places.choose(file);
        FxDriver.run(((Button) find("#fromBackup"))::fire);
        FxDriver.run(((Button) find("#choose"))::fire);
        FxDriver.run(() -> ((TextField) find("#passphrase")).setText("correct horse"));
        FxDriver.run(((Button) find("#check"))::fire);
        FxDriver.until("it is found whole", () -> FxDriver.isShown(find("#carryOut")));
        FxDriver.run(((Button) find("#carryOut"))::fire);
        FxDriver.until(
                "whose it is",
                () -> has("#handle") && ((TextField) find("#handle")).getText().equals("ana"));
        assertEquals("ana", runtime.handle());
        assertFalse(runtime.isSignedIn(), "a restored device signs in anew");
    }

    @Test
    void windowIsNeverWithoutATitle() {
        List<String> titles = new CopyOnWriteArrayList<>();
        FxDriver.run(() ->
                window.stage()
                        .titleProperty()
                        .subscribe(title -> titles.add(String.valueOf(title))));
        signIn();
        assertEquals(List.of("Baton", "Baton – Ana Novak · Desk-1"), titles);
    }

    @Test
    void signedOutDeviceIsErasedAndTheFirstWindowIsEmpty() {
        signIn();
        erase();
        assertEquals("", FxDriver.fx(((TextField) find("#handle"))::getText));
        assertEquals(List.of("POST /v1/devices"), asked);
        assertEquals(0, device.listenerCount());
        signIn();
    }

    @Test
    void devicesCloseByTheirOwnButton() {
        signIn();
        FxDriver.run(() -> window.showDevices(true));
        FxDriver.run(((Button) find(".devices #close"))::fire);
        assertFalse(FxDriver.fx(() -> FxDriver.isShown(find(".devices"))));
    }

    private SyncStatus stopped() {
        return new SyncStatus(
                new SyncStatus.Link.Stopped("device-signed-out"), SyncStatus.Work.IDLE, NOW, 0, 0);
    }

    @Test
    void windowOpensAndClosesItsViewsWithoutLeavingListeners() {
        signIn();
        int open = device.listenerCount();
        assertTrue(open > 0);
        FxDriver.run(window::close);
        assertEquals(0, device.listenerCount());
    }

    @Test
    void boundsAreKeptForTheNextStart(@TempDir Path folder) {
        WindowBounds bounds = new WindowBounds(folder.resolve("window.properties"));
        assertTrue(bounds.read().isEmpty());
        bounds.write(new Rectangle2D(10, 20, 900, 700));
        assertEquals(new Rectangle2D(10, 20, 900, 700), bounds.read().orElseThrow());
        bounds.write(new Rectangle2D(10, 20, 9, 7));
        assertTrue(bounds.read().isEmpty());
    }

    /// Signed out from elsewhere, and all that it held is removed.
    private void erase() {
        FxDriver.run(() -> device.status(stopped()));
        FxDriver.until("the bar says so", () -> has(".signed-out"));
        FxDriver.run(((Button) find(".signed-out #erase"))::fire);
        FxDriver.until("it asks once more", () -> has("#confirm"));
        FxDriver.run(((Button) find("#confirm"))::fire);
        FxDriver.until("the first window is back", () -> has("#handle"));
    }

    private void signIn() {
        FxDriver.run(((TextField) find("#handle"))::requestFocus);
        FxDriver.type("ana");
        FxDriver.press(KeyCode.TAB);
        FxDriver.type("correct horse");
        FxDriver.press(KeyCode.ENTER);
        FxDriver.until("the main window is there", () -> !title().equals("Baton"));
    }

    private String title() {
        return FxDriver.fx(() -> String.valueOf(window.stage().getTitle()));
    }

    private boolean has(String selector) {
        return FxDriver.fx(() -> window.stage().getScene().lookup(selector) != null);
    }

    private Node find(String selector) {
        return FxDriver.fx(() ->
                java.util.Objects.requireNonNull(
                        window.stage().getScene().lookup(selector), selector));
    }

    private SyncStarter.Sync start(Store store, Connector connector, Identity self) {
        return new SyncStarter.Sync() {
            @Override
            public Intents intents() {
                return device.intents();
            }

            @Override
            public ChangeHints hints() {
                return device;
            }

            @Override
            public void close() {}
        };
    }

    private HttpServer relay() {
        try {
            InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            HttpServer server = HttpServer.create(loopback, 0);
            server.createContext("/", this::answer);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
        exchange.getRequestBody().readAllBytes();
        AccountApi.SignedIn signedIn =
                new AccountApi.SignedIn(
                        device.me().account(), device.me().name(), device.me().device(), "token");
        boolean enters = exchange.getRequestMethod().equals("POST");
        String body = enters ? new FrameCodec().encodeApi(signedIn) : "";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(enters ? 201 : 204, enters ? bytes.length : -1);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

package baton.desktop.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.runtime.AccountEntry;
import baton.desktop.runtime.ChangeHints;
import baton.desktop.runtime.Intents;
import baton.desktop.store.Identity;
import baton.desktop.store.Store;
import baton.desktop.sync.LocalDraft;
import baton.desktop.sync.StoreChange;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.protocol.LinkCode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceRuntimeTest {
    private static final AccountId ANA = new AccountId("ana");
    private static final LinkCode CODE = new LinkCode("H7KM3QXA");
    private static final ConversationId NOTES = ConversationId.notes(ANA);

    @TempDir Path folder;
    private HttpServer http;
    private String relay = "";
    private volatile String signedInAs = "ana";
    private int devices;
    private final BlockingQueue<String> said = new ArrayBlockingQueue<>(100);

    /// Writes a draft when it starts, as a stand-in for all that a loop would write.
    private record OneDraft(Store store) implements SyncStarter.Sync {
        static OneDraft start(Store store) {
            LocalDraft draft = new LocalDraft(NOTES, "half a thought", 0, Instant.EPOCH);
            store.commit(List.of(new StoreChange.LocalDraftPut(draft)));
            return new OneDraft(store);
        }

        @Override
        public Intents intents() {
            throw new IllegalStateException("no loop runs in this test");
        }

        @Override
        public ChangeHints hints() {
            throw new IllegalStateException("no loop runs in this test");
        }

        @Override
        public void close() {
            assertEquals(1, store.load().local().drafts().size());
        }
    }

    @BeforeEach
    void listen() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        http.createContext(
                "/",
                exchange -> {
                    said.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                    boolean isDelete = exchange.getRequestMethod().equals("DELETE");
                    byte[] body =
                            isDelete
                                    ? new byte[0]
                                    : signedIn(++devices).getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(isDelete ? 204 : 201, isDelete ? -1 : body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        http.start();
        relay = "127.0.0.1:" + http.getAddress().getPort();
    }

    private String signedIn(int device) {
        return "{\"account\":\"%s\",\"name\":\"Ana\",\"device\":\"d%d\",\"token\":\"secret\"}"
                .formatted(signedInAs, device);
    }

    @AfterEach
    void stop() {
        http.stop(0);
    }

    @Test
    void profileThatEnteredOnceIsSignedInEverAfter() {
        try (DeviceRuntime runtime = open()) {
            assertFalse(runtime.isSignedIn());
            assertThrows(IllegalStateException.class, runtime::reader);
            assertInstanceOf(AccountEntry.Result.Entered.class, signIn(runtime, "ana"));
            assertTrue(runtime.isSignedIn());
        }
        try (DeviceRuntime runtime = open()) {
            assertTrue(runtime.isSignedIn());
            assertEquals(
                    new Identity(relay, ANA, "Ana", new DeviceId("d1"), "Laptop"), runtime.me());
            assertEquals(
                    "half a thought",
                    runtime.reader().conversation(NOTES).orElseThrow().draft().text());
        }
        assertEquals(List.of("POST /v1/devices"), List.copyOf(said));
    }

    @Test
    void profileIsHeldByOneProgram() {
        try (DeviceRuntime first = open()) {
            assertFalse(first.isSignedIn());
            ProfileException refused = assertThrows(ProfileException.class, () -> open().close());
            assertEquals(ProfileException.IN_USE, refused.code());
        }
    }

    @Test
    void signOutTellsTheRelayAndKeepsTheHistory() {
        try (DeviceRuntime runtime = open()) {
            signIn(runtime, "ana");
            assertEquals(Optional.empty(), runtime.signOut());
            assertFalse(runtime.isSignedIn());
        }
        assertEquals(List.of("POST /v1/devices", "DELETE /v1/devices/this"), List.copyOf(said));
        try (DeviceRuntime runtime = open()) {
            assertFalse(runtime.isSignedIn());
            signIn(runtime, "@Ana");
            assertEquals(new DeviceId("d2"), runtime.me().device());
            assertTrue(runtime.reader().conversation(NOTES).isPresent());
        }
    }

    @Test
    void erasedProfileHoldsNothingAndCanBeEnteredByAnybody() throws IOException {
        Path profile = folder.resolve("profiles").resolve("work");
        try (DeviceRuntime runtime = open()) {
            signIn(runtime, "ana");
            Files.writeString(profile.resolve("store.db.damaged-1"), "half a thought");
            runtime.erase();
            assertFalse(runtime.isSignedIn());
            for (Path file : filesOf(profile)) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertFalse(bytes.contains("half a thought"), file.toString());
                assertFalse(bytes.contains("secret"), file.toString());
            }
            signedInAs = "ben";
            assertInstanceOf(AccountEntry.Result.Entered.class, signIn(runtime, "ben"));
            assertEquals(new AccountId("ben"), runtime.me().account());
        }
        try (DeviceRuntime runtime = open()) {
            assertEquals(new AccountId("ben"), runtime.me().account());
        }
    }

    private static List<Path> filesOf(Path profile) throws IOException {
        try (Stream<Path> files = Files.list(profile)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void codeOfAnotherAccountDoesNotMixHistories() {
        try (DeviceRuntime runtime = open()) {
            signIn(runtime, "ana");
            runtime.signOut();
            said.clear();
            signedInAs = "ben";
            assertEquals(
                    new AccountEntry.Result.Failed("profile-of-another-account"),
                    runtime.entry().link(relay, CODE, "Laptop"));
            assertEquals(
                    List.of("POST /v1/devices/link", "DELETE /v1/devices/this"), List.copyOf(said));
            assertFalse(runtime.isSignedIn());
            signedInAs = "ana";
            assertInstanceOf(
                    AccountEntry.Result.Entered.class, runtime.entry().link(relay, CODE, "Laptop"));
            assertTrue(runtime.reader().conversation(NOTES).isPresent());
        }
    }

    @Test
    void signOutWithoutTheRelayChangesNothing() {
        try (DeviceRuntime runtime = open()) {
            signIn(runtime, "ana");
            http.stop(0);
            assertEquals(Optional.of("relay-unreachable"), runtime.signOut());
            assertTrue(runtime.isSignedIn());
        }
    }

    @Test
    void historyOfOneAccountIsNotMixedWithAnother() {
        try (DeviceRuntime runtime = open()) {
            signIn(runtime, "ana");
            runtime.signOut();
            said.clear();
            assertEquals(
                    new AccountEntry.Result.Failed("profile-of-another-account"),
                    signIn(runtime, "ben"));
            assertTrue(said.isEmpty());
        }
    }

    @Test
    void malformedAddressIsRefusedBeforeAnythingIsSent() {
        relay = "two words";
        try (DeviceRuntime runtime = open()) {
            assertEquals(
                    new AccountEntry.Result.Failed("relay-address-malformed"),
                    signIn(runtime, "ana"));
        }
    }

    @Test
    void damagedStoreIsSalvagedAndTheDeviceGoesOn() throws IOException {
        try (DeviceRuntime runtime = open()) {
            signIn(runtime, "ana");
        }
        Path store = folder.resolve("profiles").resolve("work").resolve("store.db");
        try (RandomAccessFile file = new RandomAccessFile(store.toFile(), "rw")) {
            file.write(new byte[100]);
        }
        try (DeviceRuntime runtime = open()) {
            assertTrue(runtime.isSignedIn());
            assertEquals(1, runtime.salvaged().orElseThrow().drafts());
            assertTrue(Files.exists(runtime.salvaged().orElseThrow().aside()));
        }
        try (DeviceRuntime runtime = open()) {
            assertTrue(runtime.salvaged().isEmpty());
        }
    }

    private DeviceRuntime open() {
        return DeviceRuntime.open(
                new DesktopConfig(folder, "work"),
                (store, connector, self) -> OneDraft.start(store));
    }

    private AccountEntry.Result signIn(DeviceRuntime runtime, String handle) {
        return runtime.entry()
                .signIn(new AccountEntry.Credentials(relay, handle, "correct horse"), "Laptop");
    }
}

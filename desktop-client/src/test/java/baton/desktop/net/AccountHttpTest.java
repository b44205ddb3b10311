package baton.desktop.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.AccountId;
import baton.model.DeviceId;
import baton.protocol.AccountApi;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class AccountHttpTest {
    private static final AccountId BEN = new AccountId("ben");
    private static final AccountApi.SignIn SIGN_IN =
            new AccountApi.SignIn("ana", "correct horse", "Laptop", "linux");

    private final AccountHttp http = new AccountHttp(new Proxies(new ProxyChoice.Direct()));
    private RawPeer peer;

    @BeforeEach
    void listen() throws Exception {
        peer = new RawPeer();
    }

    @AfterEach
    void close() throws Exception {
        http.close();
        peer.close();
    }

    @Test
    void signInBringsTheDevicesToken() throws Exception {
        FutureTask<AccountApi.SignedIn> call = started(() -> http.signIn(peer.address(), SIGN_IN));
        RawPeer.Caller caller = peer.accept();
        assertTrue(caller.request().startsWith("POST /v1/devices "), caller.request());
        caller.answer(
                201, "{\"account\":\"ana\",\"name\":\"Ana\",\"device\":\"d1\",\"token\":\"t\"}");
        assertEquals(
                new AccountApi.SignedIn(new AccountId("ana"), "Ana", new DeviceId("d1"), "t"),
                call.get());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | {\"code\":\"wrong-credentials\"} | wrong-credentials",
                "409 | {\"code\":\"handle-taken\"} | handle-taken",
                "404 | <html>no such page</html> | not-a-relay",
                "502 | <html>bad gateway</html> | relay-unavailable",
                "200 | <html>welcome</html> | not-a-relay"
            })
    void failureSaysWhy(int status, String body, String code) throws Exception {
        FutureTask<RelayRefusedException> call =
                started(() ->
                        assertThrows(
                                RelayRefusedException.class,
                                () -> http.signIn(peer.address(), SIGN_IN)));
        peer.accept().answer(status, body);
        assertEquals(code, call.get().code());
    }

    @Test
    void nobodyThereIsUnreachable() throws Exception {
        peer.close();
        RelayRefusedException refused =
                assertThrows(
                        RelayRefusedException.class, () -> http.signIn(peer.address(), SIGN_IN));
        assertEquals("relay-unreachable", refused.code());
    }

    @Test
    void accountIsFoundWithTheDevicesToken() throws Exception {
        FutureTask<Optional<AccountApi.Found>> call =
                started(() -> http.find(peer.address(), "secret", BEN));
        RawPeer.Caller caller = peer.accept();
        assertTrue(caller.request().startsWith("GET /v1/accounts/ben "), caller.request());
        assertTrue(caller.request().contains("Authorization: Bearer secret"), caller.request());
        caller.answer(200, "{\"account\":\"ben\",\"name\":\"Ben Wu\"}");
        assertEquals(Optional.of(new AccountApi.Found(BEN, "Ben Wu")), call.get());
    }

    @Test
    void accountThatDoesNotExistIsNotFound() throws Exception {
        FutureTask<Optional<AccountApi.Found>> call =
                started(() -> http.find(peer.address(), "secret", BEN));
        peer.accept().answer(404, "{\"code\":\"unknown-recipient\"}");
        assertEquals(Optional.empty(), call.get());
    }

    @Test
    void deviceIsRenamedWithTheTokenOfAnother() throws Exception {
        FutureTask<Boolean> call =
                started(() -> {
                    http.rename(peer.address(), "secret", new DeviceId("d2"), "厨房");
                    return true;
                });
        RawPeer.Caller caller = peer.accept();
        assertTrue(caller.request().startsWith("PATCH /v1/devices/d2 "), caller.request());
        assertTrue(caller.request().contains("Authorization: Bearer secret"), caller.request());
        caller.answer(204, "");
        assertTrue(call.get());
    }

    @Test
    void deviceThatIsNotThereCannotBeSignedOut() throws Exception {
        FutureTask<RelayRefusedException> call =
                started(() ->
                        assertThrows(
                                RelayRefusedException.class,
                                () -> http.signOut(peer.address(), "secret", new DeviceId("d2"))));
        RawPeer.Caller caller = peer.accept();
        assertTrue(caller.request().startsWith("DELETE /v1/devices/d2 "), caller.request());
        caller.answer(404, "{\"code\":\"unknown-device\"}");
        assertEquals("unknown-device", call.get().code());
    }

    @Test
    void codeForAFurtherDeviceComesWithItsTime() throws Exception {
        FutureTask<AccountApi.Link> call = started(() -> http.openLink(peer.address(), "secret"));
        RawPeer.Caller caller = peer.accept();
        assertTrue(caller.request().startsWith("POST /v1/links "), caller.request());
        caller.answer(201, "{\"code\":\"H7KM-3QXA\",\"at\":1000,\"expiresAt\":301000}");
        assertEquals(
                new AccountApi.Link(
                        "H7KM-3QXA", Instant.ofEpochSecond(1), Instant.ofEpochSecond(301)),
                call.get());
    }

    private static <T> FutureTask<T> started(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofVirtual().start(task);
        return task;
    }
}

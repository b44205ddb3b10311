package baton.relay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.AccountId;
import baton.protocol.AccountApi;
import baton.protocol.ProtocolVersion;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sign-up, sign-in, sign-out and look-ups over HTTP on a real Redis.
final class AccountRequestsTest {
    @TempDir private Path folder;
    private Edge edge;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        edge = new Edge(folder);
        client = edge.client();
    }

    @AfterEach
    void stop() {
        edge.close();
    }

    private static void assertProblem(int status, String code, HttpResponse<String> answer) {
        assertEquals(
                status + " {\"code\":\"" + code + "\"}", answer.statusCode() + " " + answer.body());
    }

    private HttpResponse<String> signUp(String handle, String password, String name, String device)
            throws Exception {
        return client.post(
                AccountApi.ACCOUNTS,
                new AccountApi.SignUp(handle, password, name, device, "linux"));
    }

    @Test
    void aNewAccountIsFoundByItsHandle() throws Exception {
        AccountApi.SignedIn ana = client.signUp(" @Ana ");
        assertEquals(new AccountId("ana"), ana.account());
        HttpResponse<String> found = client.ask("GET", AccountApi.ACCOUNTS + "/ana", ana.token());
        assertEquals(
                "200 {\"account\":\"ana\",\"name\":\"Name of  @Ana\"}",
                found.statusCode() + " " + found.body());
        assertProblem(
                404,
                "unknown-recipient",
                client.ask("GET", AccountApi.ACCOUNTS + "/nobody", ana.token()));
        assertProblem(
                404,
                "unknown-recipient",
                client.ask("GET", AccountApi.ACCOUNTS + "/x", ana.token()));
        assertProblem(
                401,
                "device-signed-out",
                client.ask("GET", AccountApi.ACCOUNTS + "/ana", "nonsense"));
    }

    @Test
    void whatDoesNotFitIsRefusedWithItsReason() throws Exception {
        assertProblem(400, "handle-malformed", signUp("a b", Client.PASSWORD, "Ana", "desk"));
        assertProblem(400, "password-unfit", signUp("ana", "short", "Ana", "desk"));
        assertProblem(400, "password-unfit", signUp("ana", "x".repeat(257), "Ana", "desk"));
        assertProblem(400, "name-malformed", signUp("ana", Client.PASSWORD, "  ", "desk"));
        assertProblem(400, "name-malformed", signUp("ana", Client.PASSWORD, "A\u0007", "desk"));
        assertProblem(400, "name-malformed", signUp("ana", Client.PASSWORD, "Ana", "d".repeat(65)));
        assertProblem(400, "frame-malformed", client.post(AccountApi.ACCOUNTS, "{\"handle\":3"));
        assertProblem(400, "frame-malformed", client.post(AccountApi.ACCOUNTS, "{}"));
        assertProblem(404, "frame-malformed", client.post("/v1/other", "{}"));
        assertProblem(
                413, "frame-malformed", client.post(AccountApi.ACCOUNTS, "x".repeat(8 * 1024 + 1)));
    }

    @Test
    void bodyOneByteTooLongIsAlwaysAnswered() throws Exception {
        String tooLong = "x".repeat(8 * 1024 + 1);
        for (int i = 0; i < 500; i++) {
            assertProblem(413, "frame-malformed", client.post(AccountApi.ACCOUNTS, tooLong));
        }
    }

    @Test
    void bodyThatComesInPiecesIsReadToItsEnd() throws Exception {
        String answer = client.postInPieces(AccountApi.ACCOUNTS, "{\"handle\":3} ".repeat(8), 6);
        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    }

    @Test
    void ofManyWhoWantOneHandleExactlyOneGetsIt() throws Exception {
        List<Callable<Integer>> rush =
                Stream.<Callable<Integer>>generate(
                                () -> () -> signUp("ana", Client.PASSWORD, "A", "d").statusCode())
                        .limit(8)
                        .toList();
        int created = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(rush)) {
                created += answer.get() == 201 ? 1 : 0;
                assertTrue(answer.get() == 201 || answer.get() == 409, () -> "409 or 201");
            }
        }
        assertEquals(1, created);
    }

    @Test
    void aWrongPasswordAndAnUnknownAccountGetTheSameAnswer() throws Exception {
        client.signUp("ana");
        HttpResponse<String> wrong = client.signIn("ana", "not her password");
        HttpResponse<String> unknown = client.signIn("nobody", "not her password");
        assertProblem(401, "wrong-credentials", wrong);
        assertEquals(wrong.body(), unknown.body());
        assertEquals(wrong.statusCode(), unknown.statusCode());
    }

    @Test
    void eachDeviceHasItsOwnToken() throws Exception {
        AccountApi.SignedIn desk = client.signUp("ana");
        HttpResponse<String> answer = client.signIn("ana", Client.PASSWORD);
        assertEquals(201, answer.statusCode());
        AccountApi.SignedIn laptop = edge.codec.decodeApi(answer.body(), AccountApi.SignedIn.class);
        assertFalse(desk.device().equals(laptop.device()));
        assertEquals(204, client.ask("DELETE", AccountApi.THIS_DEVICE, desk.token()).statusCode());
        assertProblem(
                401,
                "device-signed-out",
                client.ask("DELETE", AccountApi.THIS_DEVICE, desk.token()));
        client.open(laptop.token(), new Client.Heard()).abort();
        Eventually.holds(
                "the session is there", Duration.ofSeconds(10), () -> !edge.identities.isEmpty());
        assertEquals(laptop.device(), edge.identities.getFirst().device());
        assertEquals("laptop", edge.identities.getFirst().deviceName());
    }

    @Test
    void afterFiveWrongPasswordsEvenTheRightOneHasToWait() throws Exception {
        client.signUp("ana");
        client.signUp("ben");
        for (int i = 0; i < 5; i++) {
            assertEquals(201, client.signIn("ana", Client.PASSWORD).statusCode());
        }
        for (int i = 0; i < 5; i++) {
            assertProblem(401, "wrong-credentials", client.signIn("ana", "guess " + i));
        }
        assertProblem(429, "too-many-tries", client.signIn("ana", Client.PASSWORD));
        assertEquals(201, client.signIn("ben", Client.PASSWORD).statusCode());
    }

    @Test
    void neitherPasswordsNorTokensAreOnDisk() throws Exception {
        AccountApi.SignedIn ana = client.signUp("ana");
        String secret = ana.token().substring(ana.token().lastIndexOf('~') + 1);
        StringBuilder disk = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                disk.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        assertTrue(disk.indexOf("{a:ana}:profile") >= 0, "the account is on disk");
        assertTrue(disk.indexOf("$argon2id$v=19$m=19456,t=2,p=1$") >= 0, "its hash is");
        assertEquals(-1, disk.indexOf(Client.PASSWORD));
        assertEquals(-1, disk.indexOf(secret));
    }

    @Test
    void whileRedisIsAwayTheRelayIsAliveButNotReady() throws Exception {
        AccountApi.SignedIn ana = client.signUp("ana");
        assertEquals(
                "200 {\"ready\":true,\"reasons\":[]}", text(client.ask("GET", "/readyz", "x")));
        edge.redis.close();
        HttpResponse<String> red = client.ask("GET", "/readyz", "x");
        assertEquals(503, red.statusCode());
        assertTrue(red.body().contains("Redis does not answer"), red.body());
        assertEquals("200 {\"live\":true}", text(client.ask("GET", "/livez", "x")));
        assertProblem(503, "relay-unavailable", client.signIn("ana", Client.PASSWORD));
        String handshake =
                client.handshake(
                        ProtocolVersion.PATH,
                        ProtocolVersion.HEADER + ": 1",
                        "Authorization: Bearer " + ana.token());
        assertTrue(handshake.startsWith("HTTP/1.1 503 "), handshake);
    }

    private static String text(HttpResponse<String> answer) {
        return answer.statusCode() + " " + answer.body();
    }
}

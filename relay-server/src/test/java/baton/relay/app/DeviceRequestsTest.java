package baton.relay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.DeviceId;
import baton.model.Limits;
import baton.protocol.AccountApi;
import baton.protocol.LinkCode;
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

/// Renaming, signing out and linking devices over HTTP on a real Redis.
final class DeviceRequestsTest {
    @TempDir private Path folder;
    private Edge edge;
    private Client client;
    private AccountApi.SignedIn ana;

    @BeforeEach
    void start() throws Exception {
        edge = new Edge(folder);
        client = edge.client();
        ana = client.signUp("ana");
    }

    @AfterEach
    void stop() {
        edge.close();
    }

    private static void assertProblem(int status, String code, HttpResponse<String> answer) {
        assertEquals(
                status + " {\"code\":\"" + code + "\"}", answer.statusCode() + " " + answer.body());
    }

    private AccountApi.SignedIn signedIn(HttpResponse<String> answer) throws Exception {
        assertEquals(201, answer.statusCode(), answer::body);
        return edge.codec.decodeApi(answer.body(), AccountApi.SignedIn.class);
    }

    private AccountApi.SignedIn laptop() throws Exception {
        return signedIn(client.signIn("ana", Client.PASSWORD));
    }

    private String nameOf(AccountApi.SignedIn device) throws Exception {
        int before = edge.identities.size();
        client.open(device.token(), new Client.Heard()).abort();
        Eventually.holds(
                "the session is there",
                Duration.ofSeconds(10),
                () -> edge.identities.size() > before);
        return edge.identities.getLast().deviceName();
    }

    @Test
    void anyDeviceOfTheAccountCanBeRenamed() throws Exception {
        AccountApi.SignedIn laptop = laptop();
        String id = laptop.device().value();
        assertEquals(204, client.rename(id, "{\"name\":\" 厨房 \"}", ana.token()).statusCode());
        assertEquals(204, client.rename("this", "{\"name\":\"Desk\"}", ana.token()).statusCode());
        assertEquals(List.of(id + " 厨房", ana.device() + " Desk"), edge.renamed);
        assertEquals("厨房", nameOf(laptop));
        assertEquals("Desk", nameOf(ana));
    }

    @Test
    void whatCannotBeRenamedStaysAsItIs() throws Exception {
        String own = ana.device().value();
        String longest = "{\"name\":\"" + "x".repeat(65) + "\"}";
        assertProblem(400, "name-malformed", client.rename(own, longest, ana.token()));
        assertProblem(400, "name-malformed", client.rename(own, "{\"name\":\" \"}", ana.token()));
        assertProblem(400, "frame-malformed", client.rename(own, "{}", ana.token()));
        assertProblem(401, "device-signed-out", client.rename(own, "{\"name\":\"x\"}", "forged"));
        for (String other : List.of("nobodys", "..%2Fthis", "UPPER", "a/b", "")) {
            assertProblem(
                    404, "unknown-device", client.rename(other, "{\"name\":\"x\"}", ana.token()));
        }
        String bens = client.signUp("ben").device().value();
        assertProblem(404, "unknown-device", client.rename(bens, "{\"name\":\"x\"}", ana.token()));
        assertEquals(List.of(), edge.renamed);
        assertEquals("desk", nameOf(ana));
    }

    @Test
    void anyDeviceOfTheAccountCanBeSignedOutOnce() throws Exception {
        AccountApi.SignedIn laptop = laptop();
        String path = AccountApi.pathOf(laptop.device());
        assertEquals(204, client.ask("DELETE", path, ana.token()).statusCode());
        assertEquals(List.of(laptop.device()), edge.signedOut);
        assertProblem(401, "device-signed-out", client.ask("DELETE", path, laptop.token()));
        assertProblem(404, "unknown-device", client.ask("DELETE", path, ana.token()));
        assertEquals(204, client.ask("DELETE", AccountApi.THIS_DEVICE, ana.token()).statusCode());
        assertEquals(List.of(laptop.device(), ana.device()), edge.signedOut);
    }

    @Test
    void devicesOfOthersAreUnknown() throws Exception {
        AccountApi.SignedIn ben = client.signUp("ben");
        assertProblem(
                404,
                "unknown-device",
                client.ask("DELETE", AccountApi.pathOf(ben.device()), ana.token()));
        assertEquals(List.of(), edge.signedOut);
        assertEquals("desk", nameOf(ben));
    }

    @Test
    void signingOutThatWasCutOffCanBeRepeated() throws Exception {
        AccountApi.SignedIn laptop = laptop();
        edge.isCutOff = true;
        String path = AccountApi.pathOf(laptop.device());
        assertProblem(503, "relay-unavailable", client.ask("DELETE", path, ana.token()));
        edge.isCutOff = false;
        assertEquals(204, client.ask("DELETE", path, ana.token()).statusCode());
        assertProblem(
                401, "device-signed-out", client.ask("POST", AccountApi.LINKS, laptop.token()));
    }

    @Test
    void codeOfASignedInDeviceLetsOneMoreIn() throws Exception {
        AccountApi.Link link = client.openLink(ana.token());
        assertTrue(link.code().matches("[A-Z2-9]{4}-[A-Z2-9]{4}"), link.code());
        assertEquals(Limits.LINK_CODE, Duration.between(link.at(), link.expiresAt()));
        String typed = " " + link.code().replace("-", "").toLowerCase(java.util.Locale.ROOT) + " ";
        AccountApi.SignedIn phone = signedIn(client.linkIn(typed));
        assertEquals(ana.account(), phone.account());
        assertEquals(ana.name(), phone.name());
        assertNotEquals(ana.device(), phone.device());
        assertEquals("phone", nameOf(phone));
        assertProblem(401, "link-code-wrong", client.linkIn(link.code()));
    }

    @Test
    void newerCodeOfADeviceReplacesTheOlder() throws Exception {
        AccountApi.SignedIn laptop = laptop();
        String old = client.openLink(ana.token()).code();
        String others = client.openLink(laptop.token()).code();
        String young = client.openLink(ana.token()).code();
        assertProblem(401, "link-code-wrong", client.linkIn(old));
        signedIn(client.linkIn(others));
        signedIn(client.linkIn(young));
    }

    @Test
    void ofManyWhoUseACodeAtOnceOneGetsIn() throws Exception {
        String code = client.openLink(ana.token()).code();
        List<Callable<Integer>> rush =
                Stream.<Callable<Integer>>generate(() -> () -> client.linkIn(code).statusCode())
                        .limit(12)
                        .toList();
        int entered = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(rush)) {
                entered += answer.get() == 201 ? 1 : 0;
                assertTrue(answer.get() == 201 || answer.get() == 401, () -> "201 or 401");
            }
        }
        assertEquals(1, entered);
    }

    @Test
    void codeDiesWithTheDeviceThatShowsIt() throws Exception {
        AccountApi.SignedIn laptop = laptop();
        String code = client.openLink(laptop.token()).code();
        client.ask("DELETE", AccountApi.pathOf(laptop.device()), ana.token());
        assertProblem(401, "link-code-wrong", client.linkIn(code));
    }

    @Test
    void everyWrongCodeGetsTheSameAnswer() throws Exception {
        for (String wrong : List.of("", "AAAA-AAAA", "O0O0-O0O0", "x".repeat(500), "Ω")) {
            assertProblem(401, "link-code-wrong", client.linkIn(wrong));
        }
        assertProblem(
                400,
                "name-malformed",
                client.post(AccountApi.LINK_IN, new AccountApi.LinkIn("AAAA-AAAA", " ", "linux")));
        assertProblem(400, "frame-malformed", client.post(AccountApi.LINK_IN, "{}"));
        assertProblem(401, "device-signed-out", client.ask("POST", AccountApi.LINKS, "forged"));
    }

    @Test
    void accountThatAsksForTooManyCodesHasToWait() throws Exception {
        for (int i = 0; i < 20; i++) {
            client.openLink(ana.token());
        }
        assertProblem(429, "too-many-tries", client.ask("POST", AccountApi.LINKS, ana.token()));
        client.openLink(client.signUp("ben").token());
    }

    @Test
    void codesAreOnDiskAsHashesOnly() throws Exception {
        LinkCode code = LinkCode.parse(client.openLink(ana.token()).code()).orElseThrow();
        StringBuilder disk = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                disk.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        assertTrue(disk.indexOf("{a:ana}:link:" + ana.device()) >= 0, "the link is on disk");
        assertEquals(-1, disk.indexOf(code.value()));
        assertEquals(-1, disk.indexOf(code.shown()));
    }

    @Test
    void idsOfDevicesAreReadStrictly() {
        assertEquals(new DeviceId("d7k2m9"), DeviceId.parse("d7k2m9").orElseThrow());
        assertTrue(DeviceId.parse("d7k2m9 ").isEmpty());
        assertTrue(DeviceId.parse("").isEmpty());
    }
}

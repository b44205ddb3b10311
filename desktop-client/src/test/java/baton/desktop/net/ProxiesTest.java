package baton.desktop.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.protocol.AccountApi;
import baton.protocol.ClientFrame;
import baton.protocol.FrameCodec;
import baton.protocol.ServerFrame;
import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ProxiesTest {
    /// Only the proxy knows where that is.
    private static final RelayAddress FAR = new RelayAddress(false, "relay.invalid", 7340);

    private static final AccountApi.SignIn SIGN_IN =
            new AccountApi.SignIn("ana", "correct horse", "Laptop", "linux");

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "direct, direct",
        "' proxy.lan:3128 ', proxy.lan:3128",
        "http://proxy.lan:3128/, proxy.lan:3128",
        "[::1]:3128, [::1]:3128",
    })
    void whatIsTypedIsKeptInOneForm(String typed, String words) {
        assertEquals(words, ProxyChoice.parse(typed).orElseThrow().words());
    }

    @ParameterizedTest
    @CsvSource({
        "proxy.lan",
        "proxy.lan:0",
        "proxy.lan:99999",
        "https://proxy.lan:443",
        "socks5://proxy.lan:1080",
        "http://ana:secret@proxy.lan:3128",
        "proxy.lan:3128/path",
        "a b:1",
    })
    void whatIsNoPlainHttpProxyIsRefused(String typed) {
        assertEquals(Optional.empty(), ProxyChoice.parse(typed));
    }

    @Test
    void requestsGoThroughTheProxyByTheNameOfTheRelay() throws Exception {
        try (RawPeer relay = new RawPeer();
                SmallProxy proxy = new SmallProxy(relay.address());
                AccountHttp http = new AccountHttp(new Proxies(proxy.choice()))) {
            FutureTask<AccountApi.SignedIn> call =
                    new FutureTask<>(() -> http.signIn(FAR, SIGN_IN));
            Thread.ofVirtual().start(call);
            RawPeer.Caller caller = relay.accept();
            assertTrue(caller.request().startsWith("POST /v1/devices "), caller.request());
            caller.answer(
                    201,
                    "{\"account\":\"ana\",\"name\":\"Ana\",\"device\":\"d1\",\"token\":\"t\"}");
            assertEquals("Ana", call.get().name());
            assertEquals(
                    List.of("POST http://relay.invalid:7340/v1/devices HTTP/1.1"), proxy.asked());
        }
    }

    @Test
    void socketGoesThroughTheProxyBothWays() throws Exception {
        Heard heard = new Heard();
        try (RawPeer relay = new RawPeer();
                SmallProxy proxy = new SmallProxy(relay.address())) {
            Connection connection = open(new Proxies(proxy.choice()), heard);
            RawPeer.Caller caller = relay.accept();
            caller.upgrade();
            assertEquals("opened", heard.next());
            assertEquals(List.of("CONNECT relay.invalid:7340 HTTP/1.1"), proxy.asked());
            ClientFrame.Sync sync = new ClientFrame.Sync(7);
            assertTrue(connection.send(sync));
            assertEquals(new FrameCodec().encode(sync), caller.readText());
            connection.close();
        }
    }

    @Test
    void whoeverChoosesAnotherWayHasItFromTheNextConnectionOn() throws Exception {
        Heard heard = new Heard();
        try (RawPeer relay = new RawPeer();
                SmallProxy proxy = new SmallProxy(relay.address())) {
            Proxies proxies = new Proxies(new ProxyChoice.Direct());
            open(proxies, heard);
            assertEquals("closed relay-unreachable", heard.next());
            assertEquals(List.of(), proxy.asked());
            proxies.choose(proxy.choice());
            open(proxies, heard);
            relay.accept().upgrade();
            assertEquals("opened", heard.next());
        }
    }

    @Test
    void proxyThatIsNotThereIsToldFromARelayThatIsNot() throws Exception {
        ProxyChoice gone;
        try (SmallProxy proxy = new SmallProxy(FAR)) {
            gone = proxy.choice();
        }
        Heard heard = new Heard();
        open(new Proxies(gone), heard);
        assertEquals("closed proxy-unreachable", heard.next());
        try (AccountHttp http = new AccountHttp(new Proxies(gone))) {
            RelayRefusedException refused =
                    assertThrows(RelayRefusedException.class, () -> http.signIn(FAR, SIGN_IN));
            assertEquals("proxy-unreachable", refused.code());
        }
    }

    @Test
    void relayOfThisComputerIsReachedWithoutOne() {
        Proxies proxies = new Proxies(new ProxyChoice.Through("proxy.lan", 3128));
        for (String here :
                List.of("http://localhost:7340", "http://127.0.0.1:1", "http://[::1]:1")) {
            assertEquals(List.of(Proxy.NO_PROXY), proxies.select(URI.create(here)), here);
        }
        assertEquals(1, proxies.select(URI.create("https://chat.example.org/v1")).size());
        assertEquals(
                Proxy.Type.HTTP,
                proxies.select(URI.create("https://chat.example.org/v1")).getFirst().type());
    }

    private static Connection open(Proxies proxies, Heard heard) {
        return new RelayConnector(
                        FAR,
                        "secret",
                        proxies,
                        task -> Thread.ofVirtual().start(task),
                        Duration.ofSeconds(5))
                .open(heard);
    }

    /// What a listener heard, in order.
    private static final class Heard implements ConnectionListener {
        private final BlockingQueue<String> calls = new ArrayBlockingQueue<>(100);

        @Override
        public void opened() {
            calls.add("opened");
        }

        @Override
        public void received(ServerFrame frame) {
            calls.add("received");
        }

        @Override
        public void closed(String code, long retryAfterMillis) {
            calls.add("closed " + code);
        }

        String next() throws InterruptedException, IOException {
            String call = calls.poll(30, TimeUnit.SECONDS);
            if (call == null) {
                throw new IOException("nothing happened");
            }
            return call;
        }
    }
}

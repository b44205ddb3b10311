package baton.desktop.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelayAddressTest {
    private static final String KEY =
            "3f2a99c1d0b4e5f6071829304a5b6c7d8e9fa0b1c2d3e4f5061728394a5b6c7d";

    @ParameterizedTest
    @CsvSource({
        "localhost, ws://localhost:7340/v1/sync",
        "' LocalHost:9000 ', ws://localhost:9000/v1/sync",
        "ws://localhost, ws://localhost:7340/v1/sync",
        "http://10.0.0.7:80/, ws://10.0.0.7:80/v1/sync",
        "127.0.0.1, ws://127.0.0.1:7340/v1/sync",
        "192.168.1.5:7341, wss://192.168.1.5:7341/v1/sync",
        "192.168.1.5, wss://192.168.1.5:7340/v1/sync",
        "ws://192.168.1.5, ws://192.168.1.5:7340/v1/sync",
        "[::1], ws://[::1]:7340/v1/sync",
        "[fd00::1]:5, wss://[fd00::1]:5/v1/sync",
        "nas, wss://nas:7340/v1/sync",
        "nas2, wss://nas2:7340/v1/sync",
        "nas.local, wss://nas.local:7340/v1/sync",
        "chat.example.org, wss://chat.example.org:443/v1/sync",
        "chat.example.org:8443, wss://chat.example.org:8443/v1/sync",
        "wss://chat.example.org, wss://chat.example.org:443/v1/sync",
        "https://chat.example.org/, wss://chat.example.org:443/v1/sync",
        "WSS://Chat.Example.org, wss://chat.example.org:443/v1/sync",
        "ws://chat.example.org, ws://chat.example.org:7340/v1/sync",
        "8.8.8.8, wss://8.8.8.8:443/v1/sync",
        "[2001:db8::1], wss://[2001:db8::1]:443/v1/sync"
    })
    void whatPeopleTypeIsUnderstood(String typed, String sync) {
        assertEquals(sync, RelayAddress.parse(typed).orElseThrow().sync().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "baton://192.168.1.20:7340/?key=" + KEY,
                "BATON://192.168.1.20/?later=yes&key=" + KEY,
                " baton://192.168.1.20?key=" + KEY + "&later=yes "
            })
    void anInviteNamesTheKeyThatTheRelayMustShow(String pasted) {
        RelayAddress invited = RelayAddress.parse(pasted).orElseThrow();
        assertEquals(KEY, invited.key().orElseThrow().hex());
        assertEquals("wss://192.168.1.20:7340/v1/sync", invited.sync().toString());
        assertEquals("wss://192.168.1.20:7340", invited.shown());
        assertEquals("baton://192.168.1.20:7340/?key=" + KEY, invited.text());
        assertEquals(invited, RelayAddress.parse(invited.text()).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, true",
        "ws://LOCALHOST:9000, true",
        "desk.localhost, true",
        "127.0.0.1, true",
        "127.8.8.8:80, true",
        "[::1], true",
        "10.0.0.7, false",
        "nas, false",
        "127.example.org, false",
        "localhost.example.org, false"
    })
    void addressThatLeadsNowhereElseIsKnown(String typed, boolean loopback) {
        assertEquals(loopback, RelayAddress.parse(typed).orElseThrow().isLoopback());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "://",
                "ftp://host",
                "host:port",
                "host:99999",
                "host/path",
                "wss://host?x=1",
                "baton://host",
                "baton://host/?key=12",
                "baton://host/path?key=" + KEY,
                "wss://host/?key=" + KEY,
                "baton:link?relay=host&code=H7KM-3QXA",
                "wss://user@host",
                "two words",
                "http//host"
            })
    void whatIsNoAddressIsRefused(String typed) {
        assertTrue(
                RelayAddress.parse(typed).isEmpty(),
                () -> typed + " became " + RelayAddress.parse(typed));
    }
}

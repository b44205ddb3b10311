package baton.desktop.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelayAddressTest {

    @ParameterizedTest
    @CsvSource({
        "localhost, ws://localhost:7340/v1/sync",
        "' LocalHost:9000 ', ws://localhost:9000/v1/sync",
        "ws://localhost, ws://localhost:7340/v1/sync",
        "http://10.0.0.7:80/, ws://10.0.0.7:80/v1/sync",
        "127.0.0.1, ws://127.0.0.1:7340/v1/sync",
        "192.168.1.5:7341, ws://192.168.1.5:7341/v1/sync",
        "[::1], ws://[::1]:7340/v1/sync",
        "[fd00::1]:5, ws://[fd00::1]:5/v1/sync",
        "nas, ws://nas:7340/v1/sync",
        "nas2, ws://nas2:7340/v1/sync",
        "nas.local, ws://nas.local:7340/v1/sync",
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

package baton.desktop.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.protocol.LinkCode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceLinkTest {
    private static final LinkCode CODE = new LinkCode("H7KM3QXA");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "ws://localhost:7340",
                "wss://chat.example.org",
                "[::1]:7340",
                "ws://[fd00::1]:5",
                "nas"
            })
    void whatIsWrittenIsRead(String relay) {
        DeviceLink link = new DeviceLink(relay, CODE);
        assertEquals(Optional.of(link), DeviceLink.parse(link.uri().toString()));
    }

    @Test
    void linkIsWhatTheDocumentsSay() {
        assertEquals(
                "baton:link?relay=ws://localhost:7340&code=H7KM-3QXA",
                new DeviceLink("ws://localhost:7340", CODE).uri().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " baton:link?relay=nas&code=h7km3qxa\n",
                "BATON:link?code=H7KM-3QXA&relay=nas&later=1",
                "baton:link?relay=n%61s&code=H7KM%2D3QXA"
            })
    void otherSpellingsAreRead(String text) {
        assertEquals(Optional.of(new DeviceLink("nas", CODE)), DeviceLink.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "H7KM-3QXA",
                "baton:link?relay=nas",
                "baton:link?code=H7KM-3QXA",
                "baton:link?relay=&code=H7KM-3QXA",
                "baton:link?relay=nas&code=short",
                "baton://link?relay=nas&code=H7KM-3QXA",
                "https://example.org/link?relay=nas&code=H7KM-3QXA",
                "baton:",
                ":",
                "two words"
            })
    void anythingElseIsNone(String text) {
        assertTrue(DeviceLink.parse(text).isEmpty());
    }

    @Test
    void codeIsPrintedNowhere() {
        assertFalse(new DeviceLink("nas", CODE).toString().contains("H7KM"));
    }
}

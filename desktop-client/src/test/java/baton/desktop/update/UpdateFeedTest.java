package baton.desktop.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateFeedTest {
    private static final String SUM = "ab".repeat(32);
    private static final String FEED =
            """
            version 0.2.0
            package deb-amd64 %s https://example.org/baton_0.2.0_amd64.deb
            colour blue

            - It says hello.

            - 它会问好。
            """
                    .formatted(SUM);

    private final Signer signer = new Signer();

    private UpdateException refusal(byte[] text) {
        return assertThrows(UpdateException.class, () -> UpdateFeed.read(text, signer.key()));
    }

    @Test
    void whatIsSignedIsRead() throws UpdateException {
        UpdateFeed feed = UpdateFeed.read(signer.signed(FEED), signer.key());
        assertEquals("0.2.0", feed.name());
        assertEquals("- It says hello.\n\n- 它会问好。", feed.notes());
        assertEquals(Set.of("deb-amd64"), feed.packages().keySet());
        assertEquals(
                new UpdateFeed.Package(
                        SUM, URI.create("https://example.org/baton_0.2.0_amd64.deb")),
                feed.packages().get("deb-amd64"));
    }

    @Test
    void oneOtherLetterAndNothingIsBelieved() {
        byte[] text = signer.signed(FEED);
        text[text.length - 3] ^= 1;
        assertEquals("update-not-trusted", refusal(text).code());
    }

    @Test
    void anotherKeyIsNotBelieved() {
        assertEquals("update-not-trusted", refusal(new Signer().signed(FEED)).code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no line",
                "version 9.0\n",
                "signature \nversion 9.0\n",
                "signature !!\nversion 9.0\n",
                "signature QUJD\nversion 9.0\n"
            })
    void whatHasNoSignatureIsNotBelieved(String text) {
        assertEquals("update-not-trusted", refusal(text.getBytes(StandardCharsets.UTF_8)).code());
    }

    @Test
    void aSignedFeedWithoutAVersionIsNone() {
        assertEquals("update-not-trusted", refusal(signer.signed("version later\n")).code());
    }

    @Test
    void theKeyIsReadAsTheBuildGivesIt() {
        String words = Base64.getEncoder().encodeToString(signer.key().getEncoded());
        assertEquals(signer.key(), UpdateFeed.key(words));
    }
}

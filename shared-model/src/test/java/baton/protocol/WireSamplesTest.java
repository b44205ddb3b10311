package baton.protocol;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every frame has one sample on disk, to the byte. A changed byte is a changed protocol: it needs
/// a new version, never a new sample.
final class WireSamplesTest {
    private static final FrameCodec CODEC = new FrameCodec();

    static Stream<String> clientSamples() {
        return Samples.client().keySet().stream();
    }

    static Stream<String> serverSamples() {
        return Samples.server().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("clientSamples")
    void aClientFrameIsWrittenAndReadAsItsSample(String name) throws Exception {
        ClientFrame frame = requireNonNull(Samples.client().get(name));

        assertEquals(sample(name), CODEC.encode(frame));
        assertEquals(frame, CODEC.decodeClient(sample(name)));
    }

    @ParameterizedTest
    @MethodSource("serverSamples")
    void aServerFrameIsWrittenAndReadAsItsSample(String name) throws Exception {
        ServerFrame frame = requireNonNull(Samples.server().get(name));

        assertEquals(sample(name), CODEC.encode(frame));
        assertEquals(frame, CODEC.decodeServer(sample(name)));
    }

    @Test
    void everyKindOfFrameHasASample() {
        assertEquals(
                ClientFrame.class.getPermittedSubclasses().length,
                Samples.client().values().stream().map(Object::getClass).distinct().count());
        assertEquals(
                ServerFrame.class.getPermittedSubclasses().length,
                Samples.server().values().stream().map(Object::getClass).distinct().count());
    }

    private static String sample(String name) throws IOException {
        String path = "/wire/v1/" + name + ".json";
        try (InputStream in = requireNonNull(WireSamplesTest.class.getResourceAsStream(path))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}

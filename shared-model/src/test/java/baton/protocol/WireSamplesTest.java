package baton.protocol;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every frame has one sample on disk, to the byte. A changed byte is a changed protocol: it needs
/// a new version, never a new sample. Samples of earlier versions are read for ever.
final class WireSamplesTest {
    private static final FrameCodec CODEC = new FrameCodec();
    private static final ObjectMapper JSON = new ObjectMapper();

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

        assertEquals(sample("v2", name), CODEC.encode(frame));
        assertEquals(frame, CODEC.decodeClient(sample("v2", name)));
    }

    @ParameterizedTest
    @MethodSource("serverSamples")
    void aServerFrameIsWrittenAndReadAsItsSample(String name) throws Exception {
        ServerFrame frame = requireNonNull(Samples.server().get(name));

        assertEquals(sample("v2", name), CODEC.encode(frame));
        assertEquals(frame, CODEC.decodeServer(sample("v2", name)));
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

    static Stream<String> samplesOfVersion1() {
        return Stream.of(
                "client-beat",
                "client-credit",
                "client-draft",
                "client-fetch",
                "client-mark",
                "client-send",
                "client-send-created",
                "client-sync",
                "server-ack",
                "server-beat",
                "server-bye",
                "server-drafted",
                "server-fault",
                "server-feed",
                "server-page",
                "server-refused",
                "server-welcome");
    }

    @ParameterizedTest
    @MethodSource("samplesOfVersion1")
    void aFrameOfVersion1StillSaysTheSame(String name) throws Exception {
        if (name.startsWith("client-")) {
            assertEquals(Samples.client().get(name), CODEC.decodeClient(sample("v1", name)));
        } else {
            assertEquals(Samples.server().get(name), CODEC.decodeServer(sample("v1", name)));
        }
    }

    /// Version 1 reads by field and ignores what it does not know; a field that it needs must never
    /// go.
    @ParameterizedTest
    @MethodSource("samplesOfVersion1")
    void everyFieldOfVersion1IsStillWritten(String name) throws Exception {
        JsonNode then = JSON.readTree(sample("v1", name));
        JsonNode now = JSON.readTree(sample("v2", name));

        assertHolds(then, now, name);
    }

    private static void assertHolds(JsonNode then, JsonNode now, String where) {
        if (then.isObject()) {
            then.properties()
                    .forEach(field ->
                            assertHolds(
                                    field.getValue(),
                                    now.path(field.getKey()),
                                    where + "." + field.getKey()));
        } else if (then.isArray()) {
            assertEquals(then.size(), now.size(), where);
            for (int i = 0; i < then.size(); i++) {
                assertHolds(then.get(i), now.path(i), where + "[" + i + "]");
            }
        } else {
            assertEquals(then, now, where);
        }
    }

    private static String sample(String version, String name) throws IOException {
        String path = "/wire/" + version + "/" + name + ".json";
        try (InputStream in = requireNonNull(WireSamplesTest.class.getResourceAsStream(path))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}

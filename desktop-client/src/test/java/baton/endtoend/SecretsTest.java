package baton.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.runtime.AccountDevices.Invitation;
import baton.desktop.runtime.DeviceLink;
import baton.model.ConversationId;
import baton.protocol.LinkCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people say and how they get in, codes of linking among it, stands in no log, not even in
/// one that logs all it can.
class SecretsTest {
    private static final String BODY = "vermilion-heron";

    @TempDir Path folder;

    @Test
    void noPasswordTokenOrTextIsWhereItMustNotBe() throws IOException {
        Path clientLog = folder.resolve("client.log");
        String token;
        LinkCode used;
        LinkCode open;
        try (Scene scene = Scene.talkative(folder)) {
            scene.close(scene.signUp("ana", "desk"));
            HeadlessDevice laptop = scene.signIn("ana", "laptop");
            ConversationId notes = ConversationId.notes(laptop.account());
            TalkingDevice desk =
                    TalkingDevice.start(
                            new TalkingDevice.Task(
                                    scene.config("desk"),
                                    notes,
                                    folder.resolve("ledger"),
                                    BODY,
                                    10,
                                    10),
                            clientLog);
            used = codeOf(laptop);
            scene.open("phone").link(new DeviceLink(scene.relay().address(), used));
            open = codeOf(laptop);
            scene.awaitMessages(10, notes, laptop);
            laptop.runtime().intents().saveDraft(notes, BODY);
            // A relay that cannot do what it wants says most.
            scene.relay().killRedis();
            laptop.send(notes, BODY);
            scene.awaitMessages(11, notes, laptop);
            assertEquals(0, desk.await(), () -> read(clientLog));
            token = read(folder.resolve("devices/profiles/desk/token")).strip().split(" ", 2)[1];
        }
        Path relayLog = folder.resolve("relay.log");
        String stored = read(folder.resolve("relay/redis"));
        assertTrue(stored.contains(BODY), "this test looks where nothing is");
        String tooLittle = "this log says too little to be tested";
        assertTrue(read(relayLog).contains("Redis ended"), tooLittle);
        assertTrue(read(clientLog).contains("DEBUG"), tooLittle);
        for (String log : List.of(read(relayLog), read(clientLog))) {
            assertFalse(log.contains(BODY), () -> linesWith(BODY, log));
            assertFalse(log.contains(Scene.PASSWORD), () -> linesWith(Scene.PASSWORD, log));
            assertFalse(log.contains(token), () -> linesWith(token, log));
            for (String code : List.of(used.value(), used.shown(), open.value(), open.shown())) {
                assertFalse(log.contains(code), () -> linesWith(code, log));
                assertFalse(stored.contains(code), "a code is stored");
            }
        }
        assertFalse(stored.contains(Scene.PASSWORD), "the password is stored");
        assertFalse(stored.contains(token), "the token is stored");
    }

    private static LinkCode codeOf(HeadlessDevice device) {
        return assertInstanceOf(Invitation.Open.class, device.runtime().devices().invite())
                .link()
                .code();
    }

    private static String linesWith(String secret, String log) {
        return String.join("\n", log.lines().filter(line -> line.contains(secret)).toList());
    }

    /// A file, or all files of a folder, byte by byte.
    private static String read(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package baton.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import baton.desktop.app.DesktopConfig;
import baton.desktop.runtime.AccountEntry.Credentials;
import baton.desktop.runtime.AccountEntry.Result;
import baton.desktop.runtime.RelayInvite;
import baton.desktop.runtime.SyncStatus;
import baton.model.ConversationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A relay with a key of its own: asked about once, known from then on, and stopped at when the key
/// is another one.
class TrustTest {
    @TempDir Path folder;

    @Test
    void ownKeyIsAskedAboutOnceAndAChangedOneStops() throws IOException {
        try (RelayProcess relay = RelayProcess.start(folder, "INFO", List.of("--tls", "on"))) {
            Changes changes = new Changes(Changes.PATIENCE);
            String address = "wss://127.0.0.1:" + relay.port();
            String invite;
            try (HeadlessDevice ana = open("ana", changes)) {
                Result asked = ana.signUp(credentials("ana", address));
                invite =
                        RelayInvite.of(
                                        address,
                                        assertInstanceOf(Result.UnknownKey.class, asked).key())
                                .orElseThrow()
                                .link();
                assertEquals(new Result.Entered(), ana.signUp(credentials("ana", invite)));
            }
            relay.stop();
            relay.start();
            try (HeadlessDevice ana = open("ana", changes);
                    HeadlessDevice ben = open("ben", changes)) {
                assertEquals(new Result.Entered(), ben.signUp(credentials("ben", invite)));
                ConversationId talk = ConversationId.direct(ana.account(), ben.account());
                ana.send(talk, "hello");
                changes.await("Ben has it", () -> ben.texts(talk).equals(List.of("hello")));
                relay.stop();
                Files.delete(relay.data().resolve("relay-key.pem"));
                relay.start();
                changes.await("the new key is noticed", () -> isStoppedAt(ana));
                assertEquals(Optional.empty(), ana.runtime().signOut(), "there is a way out");
                assertEquals(
                        new Result.Failed("relay-key-changed"),
                        ana.signIn(credentials("ana", address)),
                        "the address alone does not lead past it");
            }
        }
    }

    private static boolean isStoppedAt(HeadlessDevice device) {
        return device.runtime().hints().status().link() instanceof SyncStatus.Link.Offline offline
                && offline.code().equals("relay-key-changed")
                && offline.nextTry().isAfter(offline.since().plus(Duration.ofMinutes(59)));
    }

    private HeadlessDevice open(String profile, Changes changes) {
        return HeadlessDevice.open(new DesktopConfig(folder.resolve("devices"), profile), changes);
    }

    private static Credentials credentials(String handle, String relay) {
        return new Credentials(relay, handle, Scene.PASSWORD);
    }
}

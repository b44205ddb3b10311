package baton.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import baton.desktop.runtime.AccountEntry.Credentials;
import baton.desktop.runtime.AccountEntry.Result;
import baton.desktop.runtime.Intents.Outcome;
import baton.desktop.runtime.SyncStatus.Link;
import baton.model.ConversationId;
import baton.model.Limits;
import baton.model.Refusal;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What goes wrong around a device is named, and costs no message.
class OfflineTest {
    private static final int MESSAGES = 100;

    @TempDir Path folder;
    private Scene scene;

    @BeforeEach
    void open() {
        scene = Scene.in(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void outboxGoesOutInOrderAndOnceWhenTheRelayIsBack() {
        HeadlessDevice desk = scene.signUp("ana", "desk");
        HeadlessDevice home = scene.signUp("ben", "home");
        ConversationId talk = ConversationId.direct(desk.account(), home.account());
        desk.send(talk, "message 0");
        scene.awaitMessages(1, talk, desk, home);

        scene.relay().stop();
        scene.await("the desk is offline", () -> link(desk) instanceof Link.Offline);
        for (int i = 1; i <= MESSAGES; i++) {
            desk.send(talk, "message " + i);
        }
        assertEquals(MESSAGES, desk.reader().outbox().size());
        scene.close(desk);
        HeadlessDevice again = scene.open("desk");
        assertEquals(MESSAGES, again.reader().outbox().size());

        scene.relay().start();
        again.runtime().intents().connectNow();
        home.runtime().intents().connectNow();
        scene.awaitMessages(MESSAGES + 1, talk, again, home);
        assertEquals(
                IntStream.rangeClosed(0, MESSAGES).mapToObj(i -> "message " + i).toList(),
                home.texts(talk));
        assertEquals(home.history(talk), again.history(talk));
    }

    @Test
    void killedRelayAndKilledRedisAtOnceAreSurvived() {
        HeadlessDevice desk = scene.signUp("ana", "desk");
        ConversationId notes = ConversationId.notes(desk.account());
        for (int i = 1; i <= MESSAGES; i++) {
            desk.send(notes, "note " + i);
        }
        scene.await("some are stored", () -> desk.count(notes) > 0);
        scene.relay().killRedis();
        scene.relay().kill();
        scene.relay().start();
        desk.runtime().intents().connectNow();
        scene.awaitMessages(MESSAGES, notes, desk);
        assertEquals(
                IntStream.rangeClosed(1, MESSAGES).mapToObj(i -> "note " + i).toList(),
                desk.texts(notes));
    }

    private static Link link(HeadlessDevice device) {
        return device.runtime().hints().status().link();
    }

    @Test
    void textOverTheLimitStaysWhereItIs() {
        HeadlessDevice desk = scene.signUp("ana", "desk");
        ConversationId notes = ConversationId.notes(desk.account());
        String fits = "界".repeat(Limits.TEXT_CHARS_MAX);
        assertEquals(new Outcome.Rejected("text-too-long"), desk.trySend(notes, fits + "!"));
        assertEquals(new Outcome.Rejected("empty-message"), desk.trySend(notes, " \n"));
        assertEquals(List.of(), desk.reader().outbox());
        assertInstanceOf(Outcome.Stored.class, desk.trySend(notes, fits));
        scene.awaitMessages(1, notes, desk);
        assertEquals(List.of(fits), desk.texts(notes));
    }

    @Test
    void everyClosedDoorSaysWhy() throws IOException {
        HeadlessDevice desk = scene.signUp("ana", "desk");
        HeadlessDevice other = scene.open("other");
        String relay = scene.relay().address();
        assertEquals(
                failed(Refusal.WRONG_CREDENTIALS.code()),
                other.signIn(new Credentials(relay, "ana", "not the password")));
        assertEquals(
                failed(Refusal.WRONG_CREDENTIALS.code()),
                other.signIn(new Credentials(relay, "nobody", Scene.PASSWORD)));
        assertEquals(failed(Refusal.HANDLE_TAKEN.code()), other.signUp(scene.credentials("ana")));
        assertEquals(
                failed(Refusal.PASSWORD_UNFIT.code()),
                other.signUp(new Credentials(relay, "mia", "short")));
        assertEquals(
                failed("relay-address-malformed"),
                other.signIn(new Credentials("not an address", "ana", Scene.PASSWORD)));
        HttpServer elsewhere =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        elsewhere.start();
        String wrong = "ws://127.0.0.1:" + elsewhere.getAddress().getPort();
        assertEquals(
                failed("not-a-relay"), other.signIn(new Credentials(wrong, "ana", Scene.PASSWORD)));
        elsewhere.stop(0);
        assertEquals(
                failed("relay-unreachable"),
                other.signIn(new Credentials(wrong, "ana", Scene.PASSWORD)));
        assertInstanceOf(Result.Entered.class, other.signIn(scene.credentials("ana")));
        assertEquals(desk.account(), other.account());
    }

    private static Result failed(String code) {
        return new Result.Failed(code);
    }
}

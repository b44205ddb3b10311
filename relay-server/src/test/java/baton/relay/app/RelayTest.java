package baton.relay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Register;
import baton.protocol.AccountApi;
import baton.protocol.ClientFrame;
import baton.protocol.FrameCodec;
import baton.protocol.ServerFrame;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole relay in this process: two people, three devices, one message.
final class RelayTest {
    private static final FrameCodec CODEC = new FrameCodec();

    @TempDir private Path folder;

    /// One device that keeps all that it was told.
    private static final class Device {
        private final Client.Heard heard = new Client.Heard();
        private final List<ServerFrame> told = new ArrayList<>();
        private final WebSocket socket;

        Device(Relay relay, AccountApi.SignedIn who) throws Exception {
            socket = new Client(relay.uri()).open(who.token(), heard);
            until("welcome", frame -> frame instanceof ServerFrame.Welcome);
            say(new ClientFrame.Sync(0));
            until("its feed", frame -> frame instanceof ServerFrame.Feed);
            say(new ClientFrame.Credit(0, 32));
        }

        void say(ClientFrame frame) throws Exception {
            socket.sendText(CODEC.encode(frame), true).get();
        }

        ServerFrame until(String what, Predicate<ServerFrame> wanted) throws Exception {
            while (true) {
                ServerFrame frame = CODEC.decodeServer(heard.next());
                told.add(frame);
                if (wanted.test(frame)) {
                    return frame;
                }
                assertTrue(told.size() < 100, () -> "never heard " + what + ": " + told);
            }
        }

        boolean hasPage(ServerFrame frame, String text) {
            return frame instanceof ServerFrame.Page page
                    && page.events().stream()
                            .anyMatch(event ->
                                    event.body() instanceof EventBody.Message message
                                            && message.text().equals(text));
        }

        boolean hasHead(ServerFrame frame, ConversationId conversation) {
            return frame instanceof ServerFrame.Feed feed
                    && feed.registers().stream()
                            .anyMatch(revised ->
                                    revised.register() instanceof Register.Head head
                                            && head.conversation().equals(conversation)
                                            && head.seq() == 1);
        }
    }

    @Test
    void aMessageReachesEveryDeviceOfBothPeople() throws Exception {
        try (Relay relay = Relay.start(RelayConfig.inFolder(folder, 0))) {
            Client client = new Client(relay.uri());
            AccountApi.SignedIn ana = client.signUp("ana");
            AccountApi.SignedIn ben = client.signUp("ben");
            AccountApi.SignedIn laptop =
                    CODEC.decodeApi(
                            client.signIn("ana", Client.PASSWORD).body(),
                            AccountApi.SignedIn.class);
            Device anas = new Device(relay, ana);
            Device anasLaptop = new Device(relay, laptop);
            Device bens = new Device(relay, ben);
            ConversationId conversation = new ConversationId("d:ana:ben");
            anas.say(
                    new ClientFrame.Send(
                            conversation,
                            1,
                            MessageId.parse("01939d4e-7b3a-7c11-8b0a-0123456789ab"),
                            0,
                            0,
                            new EventBody.Message("hello")));
            anas.until("the ack", frame -> frame instanceof ServerFrame.Ack);
            for (Device device : List.of(bens, anasLaptop)) {
                boolean[] seen = new boolean[2];
                device.until(
                        "page and head",
                        frame -> {
                            seen[0] |= device.hasPage(frame, "hello");
                            seen[1] |= device.hasHead(frame, conversation);
                            return seen[0] && seen[1];
                        });
            }
            relay.close();
            for (Device device : List.of(anas, anasLaptop, bens)) {
                assertEquals(1012, device.heard.closeCode());
            }
        }
    }

    @Test
    void aSecondRelayOnThePortSaysSo() throws Exception {
        try (Relay relay = Relay.start(RelayConfig.inFolder(folder.resolve("one"), 0))) {
            RelayStartException refused =
                    assertThrows(
                            RelayStartException.class,
                            () ->
                                    Relay.start(
                                                    RelayConfig.inFolder(
                                                            folder.resolve("two"),
                                                            relay.uri().getPort()))
                                            .close());
            assertTrue(refused.toString().contains("--port"), refused.toString());
        }
    }
}

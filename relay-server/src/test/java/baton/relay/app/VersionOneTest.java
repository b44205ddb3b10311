package baton.relay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.SettingNames;
import baton.model.Target;
import baton.protocol.AccountApi;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A device of version 1 on a real socket, whose frames are the samples of that version, beside
/// devices of version 2.
final class VersionOneTest {
    private static final ConversationId PAIR = new ConversationId("d:ana:ben");
    private static final Pattern KIND = Pattern.compile("^\\{\"t\":\"([a-z]+)\"");
    private static final Set<String> KNOWN =
            Set.of("welcome", "feed", "page", "ack", "refused", "drafted", "beat", "fault", "bye");

    @TempDir private Path folder;

    private static String sample(String name) throws Exception {
        String file = "/wire/v1/client-" + name + ".json";
        try (InputStream text = VersionOneTest.class.getResourceAsStream(file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    private static ClientFrame.Send send(long clientSeq, EventBody body) {
        return new ClientFrame.Send(PAIR, clientSeq, MessageId.of(clientSeq, 1, 2), 0, 0, body);
    }

    private static void assertHearsOnlyWhatItKnows(WireDevice device) {
        for (String text : device.texts) {
            Matcher kind = KIND.matcher(text);
            assertTrue(kind.find() && KNOWN.contains(kind.group(1)), text);
        }
    }

    @Test
    void everySampleOfVersionOneIsAnsweredInVersionOne() throws Exception {
        try (Relay relay = Relay.start(RelayConfig.inFolder(folder, 0))) {
            Client client = new Client(relay.uri());
            AccountApi.SignedIn ana = client.signUp("ana");
            client.signUp("ben");
            client.signUp("mia");
            WireDevice old = new WireDevice(relay, 1, ana.token());
            assertTrue(old.texts.getFirst().contains("\"version\":1,"), old.texts.getFirst());
            old.say(sample("sync"));
            old.until(ServerFrame.Feed.class);
            old.say(sample("send").replaceAll("\"clientSeq\":\\d+", "\"clientSeq\":1"));
            assertEquals(1, old.until(ServerFrame.Ack.class).seq());
            old.say(sample("send-created"));
            old.until(ServerFrame.Ack.class);
            old.say(sample("fetch"));
            assertEquals(1, old.until(ServerFrame.Page.class, page -> !page.push()).to());
            old.say(sample("mark"));
            old.say(sample("credit"));
            old.say(sample("draft"));
            old.until(ServerFrame.Drafted.class);
            old.say(sample("beat"));
            old.until(ServerFrame.Beat.class);
            assertHearsOnlyWhatItKnows(old);
        }
    }

    @Test
    void whatLaterVersionsDoReachesItAsEventsAndRegistersOnly() throws Exception {
        try (Relay relay = Relay.start(RelayConfig.inFolder(folder, 0))) {
            Client client = new Client(relay.uri());
            AccountApi.SignedIn ana = client.signUp("ana");
            AccountApi.SignedIn ben = client.signUp("ben");
            WireDevice old = WireDevice.synced(relay, 1, ana.token());
            WireDevice young = WireDevice.synced(relay, 2, ben.token());
            young.say(send(1, new EventBody.Message("hello")));
            young.until(ServerFrame.Ack.class);
            young.say(new ClientFrame.Typing(PAIR, true));
            Target target = new Target(1, MessageId.of(1, 1, 2));
            young.say(send(2, new EventBody.Reacted(target, "\ud83d\udc4d", true)));
            young.say(send(3, new EventBody.Message("re", target, List.of())));
            young.say(new ClientFrame.Set(1, SettingNames.PINNED, PAIR.value(), "on"));
            assertEquals("", young.until(ServerFrame.Done.class).code());
            old.until(ServerFrame.Page.class, page -> page.push() && page.to() == 3);
            old.say(sample("beat"));
            old.until(ServerFrame.Beat.class);
            assertHearsOnlyWhatItKnows(old);
        }
    }
}

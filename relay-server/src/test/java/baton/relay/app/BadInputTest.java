package baton.relay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.Limits;
import baton.model.MessageId;
import baton.model.Refusal;
import baton.protocol.AccountApi;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.relay.session.CloseCode;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What no honest device sends, over a real socket: each case gets its typed answer, and after each
/// of them everybody is served as before and the log has lost nothing.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BadInputTest {
    private static final ConversationId PAIR = new ConversationId("d:ana:ben");
    private static final String ID = "019a9f3c-1f2b-7c4d-8e5f-a6b7c8d9e0f1";
    private static final String OWN = "\"conversation\":\"d:ana:ben\"";
    private static final String FOREIGN = "\"conversation\":\"d:cleo:dora\"";
    private static final String OFFERED_ALONE = ",\"gap\":false,\"recalls\":[]}";
    private static final String ROW =
            ",\"epoch\":1,\"seq\":1,\"digest\":\"000000000000004d\",\"generation\":0,";
    private static final String EVENT =
            "{\"seq\":1,\"count\":1,\"digest\":\"9f3a000000000001\",\"author\":\"ana\",\"device\":\"x1\","
                    + "\"clientSeq\":1,\"id\":\""
                    + ID
                    + "\",\"at\":1795257185123,\"hash\":\"0123456789abcdef\","
                    + "\"proof\":\"0fedcba987654321\",\"body\":{\"kind\":\"message\",\"text\":\"x\"}}";

    private Relay relay;
    private AccountApi.SignedIn ben;
    private WireDevice ana;
    private long written;

    /// @param said one frame of a device
    /// @param answer what the relay says to it: the begin of a frame
    record Case(String name, String said, String answer) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        relay = Relay.start(RelayConfig.inFolder(folder, 0));
        Client client = new Client(relay.uri());
        AccountApi.SignedIn signedUp = client.signUp("ana");
        ben = client.signUp("ben");
        client.signUp("cleo");
        client.signUp("dora");
        ana = WireDevice.synced(relay, 2, signedUp.token());
        anaIsServed();
    }

    @AfterAll
    void stop() {
        relay.close();
    }

    private void anaIsServed() throws Exception {
        written++;
        MessageId id = MessageId.of(written, 1, 1);
        EventBody body = new EventBody.Message("still here");
        ana.say(new ClientFrame.Send(PAIR, written, id, 0, 0, body));
        long clientSeq = written;
        ana.until(ServerFrame.Ack.class, ack -> ack.clientSeq() == clientSeq);
    }

    private WireDevice bens(int version) throws Exception {
        return WireDevice.synced(relay, version, ben.token());
    }

    private static String send(long clientSeq, String conversation, String body) {
        return "{\"t\":\"send\","
                + conversation
                + ",\"clientSeq\":"
                + clientSeq
                + ",\"id\":\""
                + ID
                + "\",\"seen\":0,\"claim\":0,\"body\":"
                + body
                + "}";
    }

    private static String refused(long clientSeq, Refusal refusal, String conversation) {
        return "{\"t\":\"refused\","
                + conversation
                + ",\"clientSeq\":"
                + clientSeq
                + ",\"code\":\""
                + refusal.code()
                + "\"";
    }

    private static String fault(Refusal refusal, String conversation) {
        return "{\"t\":\"fault\",\"code\":\"" + refusal.code() + "\"," + conversation + "}";
    }

    private static String offered(String conversation, Refusal refusal) {
        return "{\"t\":\"offered\","
                + conversation
                + ",\"id\":\""
                + ID
                + "\",\"code\":\""
                + refusal.code()
                + "\"";
    }

    static Stream<Case> survived() {
        return Stream.of(asking(), sending(), writing(), saying(), offering())
                .flatMap(cases -> cases);
    }

    private static Stream<Case> asking() {
        return Stream.of(
                new Case(
                        "history of a foreign conversation",
                        "{\"t\":\"fetch\"," + FOREIGN + ",\"from\":1,\"to\":9}",
                        fault(Refusal.NOT_A_MEMBER, FOREIGN)),
                new Case(
                        "history from above to below",
                        "{\"t\":\"fetch\"," + OWN + ",\"from\":9,\"to\":1}",
                        "{\"t\":\"page\"," + OWN),
                new Case(
                        "history from nowhere to far beyond the head",
                        "{\"t\":\"fetch\"," + OWN + ",\"from\":-5,\"to\":" + Long.MAX_VALUE + "}",
                        "{\"t\":\"page\"," + OWN),
                new Case(
                        "registers of the future",
                        "{\"t\":\"sync\",\"revision\":" + Long.MAX_VALUE + "}",
                        "{\"t\":\"feed\""),
                new Case(
                        "registers from before the first",
                        "{\"t\":\"sync\",\"revision\":-7}",
                        "{\"t\":\"feed\""),
                new Case(
                        "watching strangers",
                        "{\"t\":\"watch\",\"accounts\":[\"cleo\",\"nobody\"]}",
                        "{\"t\":\"presence\",\"accounts\":[]}"),
                new Case(
                        "digests of a foreign log",
                        "{\"t\":\"probe\"," + FOREIGN + ",\"from\":1,\"to\":9}",
                        "{\"t\":\"probed\"," + FOREIGN));
    }

    private static Stream<Case> sending() {
        String hello = "{\"kind\":\"message\",\"text\":\"hello\"}";
        return Stream.of(
                new Case(
                        "message between two others",
                        send(1, FOREIGN, hello),
                        refused(1, Refusal.NOT_A_MEMBER, FOREIGN)),
                new Case("number 0", send(0, OWN, hello), refused(0, Refusal.OUT_OF_TURN, OWN)),
                new Case(
                        "number below 0",
                        send(-1, OWN, hello),
                        refused(-1, Refusal.OUT_OF_TURN, OWN)),
                new Case(
                        "number far ahead",
                        send(9_007_199_254_740_993L, OWN, hello),
                        refused(9_007_199_254_740_993L, Refusal.OUT_OF_TURN, OWN)),
                new Case(
                        "body that only the relay writes",
                        send(1, OWN, "{\"kind\":\"gone\",\"was\":\"message\",\"countable\":true}"),
                        refused(1, Refusal.NOT_ALLOWED, OWN)));
    }

    private static Stream<Case> writing() {
        return Stream.of(
                new Case(
                        "marks that were never reached",
                        "{\"t\":\"mark\",\"read\":[{"
                                + OWN
                                + ",\"generation\":"
                                + Long.MAX_VALUE
                                + ",\"seq\":"
                                + Long.MAX_VALUE
                                + "}],\"stored\":[{"
                                + OWN
                                + ",\"seq\":-3}]}",
                        ""),
                new Case(
                        "marks in a foreign conversation",
                        "{\"t\":\"mark\",\"read\":[{"
                                + FOREIGN
                                + ",\"generation\":0,\"seq\":3}],"
                                + "\"stored\":[]}",
                        ""),
                new Case(
                        "draft in a foreign conversation",
                        "{\"t\":\"draft\"," + FOREIGN + ",\"text\":\"x\",\"basis\":0}",
                        fault(Refusal.NOT_A_MEMBER, FOREIGN)),
                new Case(
                        "draft that is too long",
                        "{\"t\":\"draft\","
                                + OWN
                                + ",\"text\":\""
                                + "x".repeat(Limits.TEXT_CHARS_MAX + 1)
                                + "\",\"basis\":0}",
                        fault(Refusal.TEXT_TOO_LONG, OWN)));
    }

    private static Stream<Case> saying() {
        return Stream.of(
                new Case(
                        "setting of no shape",
                        "{\"t\":\"set\",\"ticket\":1,\"name\":\"PINNED\",\"scope\":\"\",\"value\":\"\"}",
                        "{\"t\":\"done\",\"ticket\":1,\"code\":\"setting-malformed\""),
                new Case(
                        "credit that was never given",
                        "{\"t\":\"credit\",\"stored\":2000000000,\"window\":2000000000}",
                        ""),
                new Case(
                        "credit below nothing",
                        "{\"t\":\"credit\",\"stored\":-9,\"window\":-9}",
                        ""),
                new Case(
                        "holding less than nothing",
                        "{\"t\":\"beat\",\"revision\":-1,\"held\":-1,\"outgoing\":-1,\"current\":true}",
                        "{\"t\":\"beat\""),
                new Case(
                        "typing among others",
                        "{\"t\":\"typing\"," + FOREIGN + ",\"on\":true}",
                        ""));
    }

    private static Stream<Case> offering() {
        return Stream.of(
                new Case(
                        "offer with a forged proof",
                        "{\"t\":\"offer\"," + OWN + ",\"event\":" + EVENT + OFFERED_ALONE,
                        offered(OWN, Refusal.OFFER_REFUSED)),
                new Case(
                        "forged offer to a foreign conversation",
                        "{\"t\":\"offer\"," + FOREIGN + ",\"event\":" + EVENT + OFFERED_ALONE,
                        offered(FOREIGN, Refusal.OFFER_REFUSED)),
                new Case(
                        "audit of another epoch",
                        "{\"t\":\"audit\",\"rows\":[{"
                                + OWN
                                + ROW
                                + "\"read\":0,\"unread\":9,\"mentions\":9}]}",
                        "{\"t\":\"audited\",\"differing\":[]}"),
                new Case(
                        "audit of a foreign conversation",
                        "{\"t\":\"audit\",\"rows\":[{"
                                + FOREIGN
                                + ROW
                                + "\"read\":0,\"unread\":9,\"mentions\":9}]}",
                        "{\"t\":\"audited\",\"differing\":[]}"));
    }

    @ParameterizedTest
    @MethodSource
    void survived(Case bad) throws Exception {
        WireDevice device = bens(2);
        device.texts.clear();
        device.say(bad.said());
        device.say(new ClientFrame.Beat(0, 0, 0, false));
        boolean isAlive = false;
        boolean isAnswered = false;
        // The outcome of an append may come after the answer to the beat.
        while (!isAlive || !isAnswered) {
            device.until(ServerFrame.class);
            String text = device.texts.getLast();
            isAnswered |= text.startsWith(bad.answer());
            isAlive |= text.startsWith("{\"t\":\"beat\"");
        }
        anaIsServed();
        device.leave();
    }

    static Stream<Case> ended() {
        String deep = "[".repeat(1_000) + "]".repeat(1_000);
        return Stream.of(
                new Case("no JSON", "nonsense", ""),
                new Case("nothing", "", ""),
                new Case("half a frame", "{\"t\":\"sync\",\"revi", ""),
                new Case("no object", "[]", ""),
                new Case("no kind", "{\"revision\":1}", ""),
                new Case("unknown kind", "{\"t\":\"dance\"}", ""),
                new Case("kind that is no word", "{\"t\":{\"t\":\"sync\"},\"revision\":1}", ""),
                new Case("missing field", "{\"t\":\"fetch\"}", ""),
                new Case("field of another type", "{\"t\":\"sync\",\"revision\":\"one\"}", ""),
                new Case("fraction", "{\"t\":\"sync\",\"revision\":1.5}", ""),
                new Case("null", "{\"t\":\"sync\",\"revision\":null}", ""),
                new Case("number beyond all", "{\"t\":\"sync\",\"revision\":1e400}", ""),
                new Case("nested without end", "{\"t\":\"sync\",\"x\":" + deep + "}", ""),
                new Case(
                        "conversation of no shape",
                        "{\"t\":\"fetch\",\"conversation\":\"d:ben:ana\",\"from\":1,\"to\":2}",
                        ""),
                new Case("handle of no shape", "{\"t\":\"watch\",\"accounts\":[\"../etc\"]}", ""),
                new Case("a frame of the relay", "{\"t\":\"ack\"}", ""));
    }

    @ParameterizedTest
    @MethodSource
    void ended(Case bad) throws Exception {
        WireDevice device = bens(2);
        device.say(bad.said());
        assertEquals(Refusal.FRAME_MALFORMED.code(), device.until(ServerFrame.Bye.class).code());
        assertEquals(1008, device.closeCode());
        anaIsServed();
        bens(2).leave();
    }

    @Test
    void deviceOfVersionOneCannotSayWhatOnlyLaterOnesKnow() throws Exception {
        WireDevice device = bens(1);
        device.say(new ClientFrame.Typing(PAIR, true));
        assertEquals(Refusal.FRAME_MALFORMED.code(), device.until(ServerFrame.Bye.class).code());
        assertEquals(1008, device.closeCode());
        anaIsServed();
    }

    @Test
    void bytesAndTooMuchTextEndTheConnection() throws Exception {
        WireDevice device = bens(2);
        device.say(new byte[] {1, 2, 3});
        assertEquals(1003, device.closeCode());
        WireDevice another = bens(2);
        another.shout("x".repeat(Limits.CLIENT_FRAME_CHARS_MAX + 1));
        assertEquals(1009, another.closeCode());
        anaIsServed();
    }

    @Test
    void replayedFramesAreAnsweredAsTheFirstTime() throws Exception {
        WireDevice device = bens(2);
        ConversationId notes = new ConversationId("n:ben");
        ClientFrame send =
                new ClientFrame.Send(
                        notes, 1, MessageId.of(1, 1, 9), 0, 0, new EventBody.Message("once"));
        device.say(send);
        ServerFrame.Ack first = device.until(ServerFrame.Ack.class);
        for (int i = 0; i < 50; i++) {
            device.say(send);
            assertEquals(first, device.until(ServerFrame.Ack.class));
        }
        device.say(new ClientFrame.Fetch(notes, 1, 99));
        assertEquals(1, device.until(ServerFrame.Page.class, page -> !page.push()).head());
        device.leave();
    }

    @Test
    void connectionThatWasReplacedCannotSpeakForTheDevice() throws Exception {
        WireDevice stale = bens(2);
        WireDevice fresh = bens(2);
        assertEquals(Refusal.SESSION_REPLACED.code(), stale.until(ServerFrame.Bye.class).code());
        assertEquals(CloseCode.REPLACED, stale.closeCode());
        fresh.say(new ClientFrame.Beat(0, 0, 0, false));
        fresh.until(ServerFrame.Beat.class);
        anaIsServed();
        fresh.leave();
    }

    @Test
    void floodIsAnsweredAndDisturbsNobody() throws Exception {
        WireDevice device = bens(2);
        for (int i = 0; i < 3_000; i++) {
            device.shout("{\"t\":\"beat\",\"revision\":0,\"held\":0,\"outgoing\":0}");
        }
        anaIsServed();
        device.leave();
        anaIsServed();
        bens(2).leave();
    }

    @Test
    void everythingThatWasAcknowledgedIsThereInOrder() throws Exception {
        anaIsServed();
        ana.say(new ClientFrame.Fetch(PAIR, 1, Limits.PAGE_EVENTS_MAX));
        ServerFrame.Page page = ana.until(ServerFrame.Page.class, found -> !found.push());
        assertEquals(written, page.head());
        for (int i = 0; i < page.events().size(); i++) {
            assertEquals(i + 1, page.events().get(i).clientSeq());
        }
    }
}

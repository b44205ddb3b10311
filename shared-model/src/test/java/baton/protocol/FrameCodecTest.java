package baton.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Register;
import baton.model.Revised;
import baton.model.Seal;
import baton.model.Seeds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FrameCodecTest {
    private static final FrameCodec CODEC = new FrameCodec();
    private static final ConversationId NOTES = ConversationId.notes(new AccountId("ana"));

    private static Event event(String text) {
        AccountId ana = new AccountId("ana");
        MessageId id = MessageId.of(9, 8, 7);
        EventBody body = new EventBody.Message(text);
        Instant at = Instant.ofEpochMilli(1234);
        return new Event(7, 6, -1L, ana, new DeviceId("d1"), 3, id, at, new Seal(-2L, 5), body);
    }

    @Test
    void aPageOfStoredEntriesReadsLikeAPageOfEvents() throws Exception {
        Event event = event("quotes \" and \\ and 🙂 and \u0001");
        StoredEvent stored = new StoredEvent(7, 6, -1L, CODEC.encodeEntry(event));
        ServerFrame.Page header = new ServerFrame.Page(NOTES, 1, 7, 7, 9, true, List.of());

        ServerFrame read = CODEC.decodeServer(CODEC.encodePage(header, List.of(stored)));

        assertEquals(new ServerFrame.Page(NOTES, 1, 7, 7, 9, true, List.of(event)), read);
        assertEquals(event, CODEC.decodeStored(stored));
    }

    @Test
    void anUnknownFieldIsIgnored() throws Exception {
        assertEquals(
                new ClientFrame.Sync(4),
                CODEC.decodeClient("{\"t\":\"sync\",\"revision\":4,\"shiny\":{\"new\":[1]}}"));
    }

    @Test
    void aBodyOfALaterVersionSurvivesARoundTrip() throws Exception {
        String poll = "{\"kind\":\"poll\",\"countable\":true,\"options\":[\"a\",\"b\"]}";

        EventBody body = CODEC.decodeBody(poll);

        assertTrue(body.isCountable());
        assertEquals("poll", body.kind());
        assertEquals(poll, CODEC.encodeBody(body));
    }

    @Test
    void aRegisterOfALaterVersionSurvivesARoundTrip() throws Exception {
        String later = "{\"t\":\"mood\",\"key\":\"mood/ana\",\"value\":3}";

        Register register = CODEC.decodeRegister(later);

        assertEquals("mood/ana", register.key());
        assertEquals(later, CODEC.encodeRegister(register));
        ServerFrame.Feed feed = new ServerFrame.Feed(1, 2, 2, 0, List.of(new Revised(2, register)));
        assertEquals(feed, CODEC.decodeServer(CODEC.encode(feed)));
    }

    /// Numbers, spaces and escapes that a tree would print in another way.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"poll\",\"x\":1.10e2, \"y\":[ 1 ],\"z\":\"\\u00e9\\/\"}",
                "{ \"x\":{\"kind\":\"no\"},\"kind\":\"poll\",\"x\":2,\"countable\":true }",
                "{\"kind\":\"poll\"}"
            })
    void aBodyOfALaterVersionIsKeptToTheLetterWhereverItStands(String body) throws Exception {
        String entry = CODEC.encodeEntry(event("x"));
        String later = entry.substring(0, entry.indexOf("{\"kind\"")) + body + "}";
        List<StoredEvent> many = Collections.nCopies(500, new StoredEvent(7, 6, -1L, later));
        ServerFrame.Page header = new ServerFrame.Page(NOTES, 1, 7, 7, 9, true, List.of());

        ServerFrame read = CODEC.decodeServer(CODEC.encodePage(header, many));

        assertEquals(body, CODEC.encodeBody(CODEC.decodeBody(body)));
        assertEquals(500, ((ServerFrame.Page) read).events().size());
        for (Event event : ((ServerFrame.Page) read).events()) {
            assertEquals(body, CODEC.encodeBody(event.body()));
        }
    }

    @Test
    void theWordOfAFrameOrRegisterMayStandAnywhere() throws Exception {
        String later = "{ \"value\":1.50,\"key\":\"mood/ana\",\"t\":\"mood\"}";
        String read =
                "{\"conversation\":\"n:ana\",\"generation\":1,\"t\":\"read\",\"seq\":1,\"count\":1,\"own\":0}";
        String feed =
                "{\"from\":1,\"registers\":[{\"revision\":2,\"register\":"
                        + later
                        + "},{\"register\":"
                        + read
                        + ",\"revision\":3}],\"to\":3,\"newest\":3,\"remaining\":0,\"t\":\"feed\"}";

        assertEquals(
                new ServerFrame.Feed(
                        1,
                        3,
                        3,
                        0,
                        List.of(
                                new Revised(2, new Register.Unknown("mood/ana", later)),
                                new Revised(3, new Register.Read(NOTES, 1, 1, 1, 0)))),
                CODEC.decodeServer(feed));
    }

    @Test
    void fieldsOfAnEventMayStandInAnyOrderButNoneMayBeMissing() {
        Seeds.run(
                1,
                300,
                random -> {
                    List<String> fields = new ArrayList<>(FIELDS);
                    Collections.shuffle(fields, random);
                    assertEquals(event("hi"), decodedEvent(fields));
                    fields.removeLast();
                    assertThrows(AssertionError.class, () -> decodedEvent(fields));
                });
    }

    private static final List<String> FIELDS =
            List.of(
                    "\"seq\":7",
                    "\"count\":6",
                    "\"digest\":\"ffffffffffffffff\"",
                    "\"author\":\"ana\"",
                    "\"device\":\"d1\"",
                    "\"clientSeq\":3",
                    "\"id\":\"00000000-0009-7008-8000-000000000007\"",
                    "\"at\":1234",
                    "\"hash\":\"fffffffffffffffe\",\"proof\":\"0000000000000005\"",
                    "\"body\":{\"kind\":\"message\",\"text\":\"hi\"}");

    private static Event decodedEvent(List<String> fields) {
        String page =
                "{\"t\":\"page\",\"conversation\":\"n:ana\",\"epoch\":1,\"from\":7,\"to\":7,\"head\":7,\"push\":false,\"events\":[{"
                        + String.join(",", fields)
                        + "}]}";
        try {
            return ((ServerFrame.Page) CODEC.decodeServer(page)).events().getFirst();
        } catch (MalformedFrameException e) {
            throw new AssertionError(page, e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{",
                "{}",
                "{\"t\":\"launch\"}",
                "{\"t\":\"sync\"}",
                "{\"t\":\"sync\",\"revision\":4}{}",
                "{\"t\":\"sync\",\"revision\":4.5}",
                "{\"t\":\"sync\",\"revision\":9223372036854775808}",
                "{\"t\":7,\"revision\":4}",
                "{\"t\":{\"t\":\"sync\"},\"revision\":4}",
                "{\"t\":\"watch\",\"accounts\":[123]}",
                "{\"t\":\"beat\",\"revision\":1,\"held\":1,\"outgoing\":1,\"current\":null}",
                "{\"t\":\"sync\",\"revision\":\"many\"}",
                "{\"t\":\"sync\",\"revision\":null}",
                "{\"t\":\"fetch\",\"conversation\":\"d:ben:ana\",\"from\":1,\"to\":2}",
                "{\"t\":\"fetch\",\"conversation\":null,\"from\":1,\"to\":2}",
                "{\"t\":\"mark\",\"read\":[null],\"stored\":[]}",
                "{\"t\":\"send\",\"conversation\":\"n:ana\",\"clientSeq\":1,\"id\":\"x\"}",
                "{\"t\":\"welcome\"}"
            })
    void whatIsNoFrameOfADeviceIsMalformed(String text) {
        assertThrows(MalformedFrameException.class, () -> CODEC.decodeClient(text));
    }

    @Test
    void deepNestingIsRefusedBeforeItHurts() {
        String deep = "{\"t\":\"sync\",\"x\":" + "[".repeat(60_000);

        assertThrows(MalformedFrameException.class, () -> CODEC.decodeClient(deep));
    }

    @Test
    void anyDamagedTextIsReadOrRefusedAndNeverWorse() {
        Seeds.run(1, 5_000, FrameCodecTest::damageAndDecode);
    }

    private static void damageAndDecode(RandomGenerator random) {
        EventBody body = new EventBody.Message("hi");
        ClientFrame frame = new ClientFrame.Send(NOTES, 1, MessageId.of(1, 2, 3), 0, 0, body);
        StringBuilder text = new StringBuilder(CODEC.encode(frame));
        int changes = random.nextInt(1, 6);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length());
            text.setCharAt(at, "{}[]\":,0a-\\\u0001".charAt(random.nextInt(12)));
        }
        try {
            assertTrue(CODEC.decodeClient(text.toString()) instanceof ClientFrame.Send);
        } catch (MalformedFrameException e) {
            assertFalse(String.valueOf(e.getMessage()).contains("hi"));
        }
    }

    @Test
    void nothingThatIsPrintedShowsABodyOrASecret() {
        String secret = "s3cret";
        List<Object> printed =
                List.of(
                        event(secret),
                        new ClientFrame.Draft(NOTES, secret, 1, 0),
                        new AccountApi.SignUp("ana", secret, "Ana", "Desk", "Linux"),
                        new AccountApi.SignIn("ana", secret, "Desk", "Linux"),
                        new StoredEvent(1, 1, 1, secret));

        for (Object value : printed) {
            assertFalse(value.toString().contains(secret), value.getClass().getSimpleName());
        }
    }
}

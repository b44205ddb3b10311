package baton.desktop.store.sqlite;

import static baton.desktop.store.sqlite.Logs.ANA;
import static baton.desktop.store.sqlite.Logs.ANAS;
import static baton.desktop.store.sqlite.Logs.BEN;
import static baton.desktop.store.sqlite.Logs.NOON;
import static baton.desktop.store.sqlite.Logs.WITH_BEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.store.TimelineRow;
import baton.desktop.sync.OutboxRow;
import baton.desktop.sync.StoreChange;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Folded;
import baton.model.Preview;
import baton.model.Register;
import baton.model.Span;
import baton.model.SpanSet;
import baton.model.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A recalled text is nowhere in the store's files once the recall is committed.
class RecallTest {
    private static final String SECRET = "the secret text";
    private static final Event MESSAGE =
            Logs.event(1, 1, 0, BEN, new EventBody.Message("see " + SECRET));
    private static final Event EDIT =
            Logs.event(
                    2,
                    1,
                    0,
                    BEN,
                    new EventBody.Edited(MESSAGE.asTarget(), "look: " + SECRET, List.of()));
    private static final Event RECALL =
            Logs.event(3, 1, 0, BEN, new EventBody.Recalled(MESSAGE.asTarget()));

    @TempDir Path folder;
    private Path path;
    private SqliteStore store;

    @BeforeEach
    void open() {
        path = folder.resolve("store.db");
        store = SqliteStore.open(path);
        store.adopt(ANAS);
        store.commit(List.of(new StoreChange.CursorSet(1)));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static StoreChange stored(Event... events) {
        return new StoreChange.EventsStored(WITH_BEN, List.of(events));
    }

    private boolean isAnywhere(String text) throws IOException {
        byte[] sought = text.getBytes(StandardCharsets.UTF_8);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (bytes.contains(new String(sought, StandardCharsets.ISO_8859_1))) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void textsOfAMessageAndItsEditsAreInNoFileAfterTheCommit() throws IOException {
        store.commit(List.of(stored(MESSAGE, EDIT)));
        assertTrue(isAnywhere(SECRET), "the search finds what is there");
        store.commit(List.of(stored(RECALL)));
        assertFalse(isAnywhere(SECRET));
    }

    @Test
    void recallThatComesFirstTakesTheTextAwayWhenItComes() throws IOException {
        store.commit(List.of(stored(RECALL)));
        store.commit(List.of(stored(EDIT)));
        assertFalse(isAnywhere(SECRET));
        store.commit(List.of(stored(MESSAGE)));
        assertFalse(isAnywhere(SECRET));
    }

    @Test
    void textRecalledAfterTheAccountHadLeftIsInNoFileEither() throws IOException {
        store.commit(List.of(stored(MESSAGE, EDIT)));
        store.commit(List.of(new StoreChange.BodiesRecalled(WITH_BEN, List.of(1L))));
        assertFalse(isAnywhere(SECRET));
    }

    @Test
    void previewOfAnOlderHeadIsBlankedWhicheverComesFirst() throws IOException {
        store.commit(List.of(stored(MESSAGE), head(1)));
        assertTrue(isAnywhere(SECRET), "the search finds what is there");
        store.commit(List.of(stored(RECALL)));
        assertFalse(isAnywhere(SECRET));
        store.commit(List.of(head(2)));
        assertFalse(isAnywhere(SECRET));
        store.commit(List.of(head(3)));
        assertTrue(isAnywhere(SECRET), "a head made after the recall says what it says");
    }

    private static StoreChange head(long seq) {
        return Logs.set(
                seq,
                new Register.Head(
                        WITH_BEN, 1, seq, 1, 0, 0, NOON, new Preview(BEN, "message", SECRET)));
    }

    @Test
    void acknowledgedRowOfTheOutboxLosesItsTextAndAWaitingOneDoesNot() throws IOException {
        OutboxRow sent = Logs.unsent(WITH_BEN, 1, SECRET).with(new OutboxRow.State.Acked(9));
        OutboxRow waiting = Logs.unsent(WITH_BEN, 2, "still to be sent");
        store.commit(List.of(new StoreChange.OutboxPut(sent), new StoreChange.OutboxPut(waiting)));
        EventBody recall = new EventBody.Recalled(new Target(9, sent.id()));
        store.commit(List.of(stored(Logs.event(12, 1, 0, ANA, recall))));
        assertFalse(isAnywhere(SECRET));
        assertEquals(
                List.of(new EventBody.Gone("message", true), waiting.body()),
                store.load().outbox().stream().map(OutboxRow::body).toList());
    }

    @Test
    void eventSetAsideLosesItsText() throws IOException {
        AsideRows.put(store.sql(), WITH_BEN, MESSAGE);
        AsideRows.put(store.sql(), WITH_BEN, EDIT);
        store.commit(List.of(stored(RECALL)));
        assertFalse(isAnywhere(SECRET));
        assertEquals(2, AsideRows.of(store.sql(), WITH_BEN).size());
    }

    @Test
    void somebodyElsesRecallTakesNothing() throws IOException {
        EventBody recall = new EventBody.Recalled(MESSAGE.asTarget());
        store.commit(List.of(stored(MESSAGE, EDIT, Logs.event(3, 1, 0, ANA, recall))));
        assertTrue(isAnywhere("see " + SECRET));
        assertTrue(isAnywhere("look: " + SECRET));
    }

    @Test
    void noPageKeepsACopyAfterTheOrderlyEndHoweverTheTreeWasSplit() throws IOException {
        Random random = new Random(7);
        List<Event> log = new ArrayList<>();
        for (long seq = 1; seq <= 3000; seq++) {
            String text = SECRET + " " + seq + " " + "x".repeat(random.nextInt(900));
            log.add(Logs.event(seq, seq, 0, BEN, new EventBody.Message(text)));
        }
        for (int to = log.size(); to > 0; to -= 100) {
            store.commit(
                    List.of(new StoreChange.EventsStored(WITH_BEN, log.subList(to - 100, to))));
        }
        List<Event> recalls = new ArrayList<>();
        for (Event event : log) {
            long seq = 3000 + event.seq();
            recalls.add(Logs.event(seq, 3000, 0, BEN, new EventBody.Recalled(event.asTarget())));
        }
        store.commit(List.of(new StoreChange.EventsStored(WITH_BEN, recalls)));
        store.close();
        assertFalse(isAnywhere(SECRET));
    }

    @Test
    void readerInTheMiddleDelaysTheEndOfOldCopiesAndDoesNotStopTheCommit() throws IOException {
        store.commit(List.of(stored(MESSAGE)));
        try (Sql reader = new StoreFile(path).openReader()) {
            reader.consistently(() -> {
                reader.number("SELECT COUNT(*) FROM event");
                store.commit(List.of(stored(RECALL)));
                return true;
            });
        }
        store.commit(List.of(new StoreChange.CursorSet(2)));
        assertFalse(isAnywhere(SECRET));
    }

    private void fillSearch() {
        while (store.fillSearch(10_000) > 0) {
            // Until all can be found.
        }
    }

    private boolean isInIndex(String text) {
        return store.sql()
                        .number(
                                "SELECT COUNT(*) FROM search_gram_data WHERE instr(block, ?)",
                                (Object) text.getBytes(StandardCharsets.UTF_8))
                > 0;
    }

    @Test
    void noLetterOfARecalledTextStaysInTheIndex() throws IOException {
        String rare = "\ua66e";
        Random random = new Random(9);
        List<Event> others = new ArrayList<>();
        for (long seq = 10; seq < 2_000; seq++) {
            String text = "letters " + Long.toString(random.nextLong(), 36);
            others.add(Logs.event(seq, seq, 0, BEN, new EventBody.Message(text)));
        }
        Event message = Logs.event(1, 1, 0, BEN, new EventBody.Message("a" + rare + "b"));
        EventBody again = new EventBody.Edited(message.asTarget(), "c" + rare + "d", List.of());
        store.commit(List.of(stored(others.toArray(Event[]::new)), stored(message)));
        fillSearch();
        assertTrue(isInIndex(rare), "the search finds what is there");
        store.commit(List.of(stored(Logs.event(2, 1, 0, BEN, again))));
        fillSearch();
        assertTrue(isInIndex(rare));
        store.commit(List.of(stored(RECALL)));
        assertFalse(isInIndex(rare));
        assertFalse(isAnywhere(rare));
        SearchTest.assertIndexIsExact(store.sql());
    }

    @Test
    void manyRecallsAtOnceEmptyTheIndexWhichIsFilledAnew() throws IOException {
        String rare = "\ua66e";
        List<Event> log = new ArrayList<>();
        List<Event> recalls = new ArrayList<>();
        for (long seq = 1; seq <= 600; seq++) {
            String text = seq <= 500 ? rare + " long text".repeat(9) + seq : "stays " + seq;
            log.add(Logs.event(seq, seq, 0, BEN, new EventBody.Message(text)));
            EventBody recall = new EventBody.Recalled(log.getLast().asTarget());
            recalls.add(Logs.event(600 + seq, 600, 0, BEN, recall));
        }
        store.commit(List.of(stored(log.toArray(Event[]::new))));
        fillSearch();
        store.commit(List.of(stored(recalls.subList(0, 500).toArray(Event[]::new))));
        assertFalse(isInIndex(rare));
        assertFalse(isAnywhere(rare));
        assertEquals(100, SearchIndex.left(store.sql()));
        fillSearch();
        assertEquals(100, store.sql().number("SELECT COUNT(*) FROM search_doc"));
        SearchTest.assertIndexIsExact(store.sql());
    }

    @Test
    void recalledMessageStaysAsARowWithoutAnything() {
        store.commit(
                List.of(
                        stored(MESSAGE, EDIT, RECALL),
                        new StoreChange.SpansSet(
                                WITH_BEN, SpanSet.EMPTY.plus(new Span(1, 3, 0, 1)))));
        try (SqliteReader reader = new SqliteReader(path, ANAS)) {
            List<TimelineRow> rows = reader.timelineUpTo(WITH_BEN, Long.MAX_VALUE, 10).rows();
            assertEquals(1, rows.size());
            assertEquals(Folded.GONE, ((TimelineRow.Entry) rows.getFirst()).folded());
        }
    }
}

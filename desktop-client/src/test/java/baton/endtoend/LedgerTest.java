package baton.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.store.Identity;
import baton.desktop.store.sqlite.SqliteReader;
import baton.desktop.store.sqlite.SqliteStore;
import baton.desktop.sync.StoreChange;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Seal;
import baton.model.Span;
import baton.model.SpanSet;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A checker that cannot fail is worse than none: one planted fault of each kind must be seen.
class LedgerTest {
    private static final AccountId ANA = new AccountId("ana");
    private static final ConversationId NOTES = ConversationId.notes(ANA);
    private static final DeviceId LAPTOP = new DeviceId("d1");
    private static final Identity SELF = new Identity("localhost", ANA, "Ana", LAPTOP, "Laptop");
    private static final int MESSAGES = 1200;

    @TempDir Path folder;
    private Ledger ledger;
    private final List<String> log =
            new ArrayList<>(
                    IntStream.rangeClosed(1, MESSAGES).mapToObj(i -> "laptop " + i).toList());

    @BeforeEach
    void send() {
        ledger = new Ledger(folder.resolve("ledger"));
        for (int i = 1; i <= MESSAGES; i++) {
            ledger.intend("laptop", i);
            ledger.promise("laptop", i);
        }
    }

    @Test
    void wholeLogIsClean() {
        log.add(5, "phone 1");
        Ledger.Verdict verdict = verdict(SpanSet.EMPTY.plus(all()));
        assertEquals(new Ledger.Verdict(MESSAGES, 0, 0, 0, 0, 0, 0), verdict);
        assertTrue(verdict.isClean());
    }

    @Test
    void messageThatIsNotThereIsLost() {
        log.remove(700);
        assertEquals(1, verdict(SpanSet.EMPTY.plus(all())).lost());
    }

    @Test
    void messageThatIsThereTwiceIsSeen() {
        log.add(900, log.get(700));
        assertEquals(1, verdict(SpanSet.EMPTY.plus(all())).twice());
    }

    @Test
    void messagesThatChangedPlacesAreSeen() {
        Collections.swap(log, 700, 701);
        assertEquals(1, verdict(SpanSet.EMPTY.plus(all())).outOfOrder());
    }

    @Test
    void messageThatNobodySentIsSeen() {
        log.add("laptop 5000");
        assertEquals(1, verdict(SpanSet.EMPTY.plus(all())).foreign());
    }

    @Test
    void holeIsSeen() {
        SpanSet spans =
                SpanSet.EMPTY
                        .plus(new Span(1, 600, 0, 600))
                        .plus(new Span(604, MESSAGES, 603, MESSAGES));
        Ledger.Verdict verdict = verdict(spans);
        assertEquals(3, verdict.missing());
        assertEquals(3, verdict.lost());
        assertFalse(verdict.isClean());
    }

    @Test
    void messageThatWasOnlyIntendedMayBeThereOrNot() {
        ledger.intend("laptop", MESSAGES + 1);
        assertTrue(verdict(SpanSet.EMPTY.plus(all())).isClean());
        log.add("laptop " + (MESSAGES + 1));
        assertTrue(verdict(SpanSet.EMPTY.plus(all())).isClean());
    }

    private Span all() {
        return new Span(1, log.size(), 0, log.size());
    }

    private Ledger.Verdict verdict(SpanSet held) {
        Path path = folder.resolve("store-" + System.nanoTime() + ".db");
        try (SqliteStore store = SqliteStore.open(path);
                SqliteReader reader = new SqliteReader(path, SELF)) {
            List<Event> events =
                    IntStream.rangeClosed(1, log.size())
                            .filter(held::contains)
                            .mapToObj(seq -> event(seq, log.get(seq - 1)))
                            .toList();
            store.commit(
                    List.of(
                            new StoreChange.EventsStored(NOTES, events),
                            new StoreChange.SpansSet(NOTES, held)));
            return ledger.compare(reader, NOTES);
        }
    }

    private static Event event(long seq, String text) {
        return new Event(
                seq,
                seq,
                seq,
                ANA,
                LAPTOP,
                seq,
                MessageId.of(0, 0, seq),
                Instant.EPOCH,
                new Seal(0, 0),
                new EventBody.Message(text));
    }
}

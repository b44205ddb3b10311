package baton.desktop.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.runtime.Intents.Outcome;
import baton.desktop.store.Store;
import baton.desktop.store.StoreException;
import baton.desktop.sync.Place;
import baton.desktop.sync.Portions;
import baton.desktop.sync.Recount;
import baton.desktop.sync.Standing;
import baton.desktop.sync.StoreChange;
import baton.desktop.sync.StoreSnapshot;
import baton.desktop.sync.SyncEngine;
import baton.desktop.sync.SyncInput;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Tally;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class TurnTest {
    private static final AccountId ANA = new AccountId("ana");
    private static final ConversationId NOTES = ConversationId.notes(ANA);

    private final List<String> happened = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final Disk disk = new Disk();
    private final Wires wires = new Wires();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Turn turn =
            new Turn(
                    disk,
                    wires,
                    () -> now,
                    snapshot ->
                            new SyncEngine(
                                    new DeviceId("ana1"),
                                    ANA,
                                    snapshot,
                                    Portions.USUAL,
                                    new SplittableRandom(7)));

    private final class Disk implements Store {
        private String failure = "";

        @Override
        public StoreSnapshot load() {
            happened.add("load");
            return StoreSnapshot.EMPTY;
        }

        @Override
        public void commit(List<StoreChange> changes) {
            if (!failure.isEmpty()) {
                throw new StoreException(failure, new IllegalStateException("planted"));
            }
            happened.add("commit " + changes.size());
        }

        @Override
        public Tally tallyAt(ConversationId conversation, long seq) {
            return Tally.ZERO;
        }

        @Override
        public List<Event> aside(ConversationId conversation) {
            return List.of();
        }

        @Override
        public List<Place> places(ConversationId conversation, long from, long to) {
            return List.of();
        }

        @Override
        public Recount recount(ConversationId conversation, long after, long upTo) {
            return new Recount(0, 0);
        }
    }

    private final class Wires implements Outlet {
        private long connection;

        @Override
        public void transmit(long to, ClientFrame frame) {
            happened.add(frame.getClass().getSimpleName());
        }

        @Override
        public void connect(long number) {
            connection = number;
            happened.add("connect");
        }

        @Override
        public void disconnect(long number) {
            happened.add("disconnect");
        }

        @Override
        public void disconnectAll() {
            happened.add("disconnect");
        }

        @Override
        public void wakeAt(Instant at) {}

        @Override
        public void hint(Hint hint) {
            happened.add(hint.getClass().getSimpleName());
        }

        @Override
        public void standing(Standing standing) {}
    }

    private static Turn.Entry say(String text, List<Outcome> told) {
        MessageId id = MessageId.of(1, 1, text.hashCode());
        return new Turn.Entry(
                store ->
                        List.of(
                                new SyncInput.Compose(
                                        NOTES,
                                        id,
                                        new EventBody.Message(text),
                                        0,
                                        store.tallyAt(NOTES, 0),
                                        0)),
                new Outcome.Stored(),
                told::add);
    }

    private void open() {
        turn.run(List.of(Turn.Entry.of(new SyncInput.Woke())), 0);
        turn.run(List.of(Turn.Entry.of(new SyncInput.Opened(wires.connection))), 0);
        ServerFrame welcome =
                new ServerFrame.Welcome(ANA, new DeviceId("ana1"), "Ana", Instant.EPOCH, 2, 0);
        turn.run(List.of(Turn.Entry.of(new SyncInput.Received(wires.connection, welcome))), 0);
        happened.clear();
    }

    @Test
    void oneCommitForAllInputsAndNothingLeavesBeforeIt() {
        open();
        turn.run(List.of(say("one", outcomes), say("two", outcomes)), 0);
        assertEquals(List.of("commit 4", "Send", "Send", "Outbox", "Conversation"), happened);
        assertEquals(List.of(new Outcome.Stored(), new Outcome.Stored()), outcomes);
    }

    @Test
    void fullDiskRejectsLetsNothingOutAndBeginsAgainFromTheStore() {
        open();
        disk.failure = StoreException.DISK_FULL;
        turn.run(List.of(say("one", outcomes)), 0);
        assertEquals(List.of("disconnect", "Trouble"), happened);
        assertEquals(List.of(new Outcome.Rejected("disk-full")), outcomes);
        disk.failure = "";
        happened.clear();
        turn.run(List.of(say("one", outcomes)), 0);
        assertEquals(List.of("load", "commit 2", "Outbox", "Conversation"), happened);
        now = now.plusSeconds(40);
        happened.clear();
        turn.run(List.of(Turn.Entry.of(new SyncInput.Woke())), 0);
        assertTrue(happened.contains("connect"), "it tries again after a pause");
    }

    @Test
    void bugInOneInputIsNotTheEndOfTheLoop() {
        open();
        Turn.Entry bad =
                new Turn.Entry(
                        store -> {
                            throw new IllegalStateException("planted");
                        },
                        new Outcome.Stored(),
                        outcomes::add);
        turn.run(List.of(bad), 0);
        assertEquals(List.of(new Outcome.Rejected("unexpected")), outcomes);
        turn.run(List.of(say("one", outcomes)), 0);
        assertEquals(new Outcome.Stored(), outcomes.getLast());
    }

    @Test
    void refusedRequestStoresNothing() {
        open();
        Outcome refused = new Outcome.Rejected("text-too-long");
        turn.run(List.of(new Turn.Entry(store -> List.of(), refused, outcomes::add)), 0);
        assertEquals(List.of(refused), outcomes);
        assertEquals(List.of(), happened);
    }
}

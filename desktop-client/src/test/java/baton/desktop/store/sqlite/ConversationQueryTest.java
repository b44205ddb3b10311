package baton.desktop.store.sqlite;

import static baton.desktop.store.sqlite.Logs.ANA;
import static baton.desktop.store.sqlite.Logs.ANAS;
import static baton.desktop.store.sqlite.Logs.ANAS_LAPTOP;
import static baton.desktop.store.sqlite.Logs.BEN;
import static baton.desktop.store.sqlite.Logs.NOON;
import static baton.desktop.store.sqlite.Logs.WITH_BEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.store.ConversationRow;
import baton.desktop.store.DeviceRow;
import baton.desktop.store.Tick;
import baton.desktop.store.TimelineRow;
import baton.desktop.sync.LocalDraft;
import baton.desktop.sync.OutboxRow;
import baton.desktop.sync.StoreChange;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.Guard;
import baton.model.Member;
import baton.model.Register;
import baton.model.Tally;
import baton.rules.Unread;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationQueryTest {
    private static final AccountId CEM = new AccountId("cem");
    private static final ConversationId GROUP = ConversationId.group("0123456789abcdef");

    @TempDir Path folder;
    private SqliteStore store;
    private SqliteReader reader;

    @BeforeEach
    void open() {
        Path path = folder.resolve("store.db");
        store = SqliteStore.open(path);
        store.adopt(ANAS);
        reader = new SqliteReader(path, ANAS);
    }

    @AfterEach
    void close() {
        reader.close();
        store.close();
    }

    @Test
    void unreadIsTheOneRuleWhateverOfTheLogIsHere() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            List<Event> log = Logs.log(1 + random.nextInt(50), random);
            int head = 1 + random.nextInt(log.size());
            int read = random.nextInt(head + 1);
            int from = 1 + random.nextInt(head);
            ConversationId id = ConversationId.direct(ANA, new AccountId("peer" + seed));
            store.commit(Logs.hold(id, log, List.of(Logs.span(log, from, head))));
            store.commit(
                    List.of(Logs.head(id, log, head), Logs.set(seed, Logs.read(id, log, read))));
            Tally headTally = Logs.tally(log, head);
            long expected = Unread.of(headTally, Logs.tally(log, read));
            assertEquals(expected, row(id).unread(), "seed " + seed);
        }
    }

    @Test
    void eventThatArrivesBeforeItsHeadCountsAsUnreadAndAsLastLine() {
        for (long seed = 1; seed <= 50; seed++) {
            Random random = new Random(seed);
            List<Event> log = Logs.log(2 + random.nextInt(50), random);
            int head = 1 + random.nextInt(log.size() - 1);
            ConversationId id = ConversationId.direct(ANA, new AccountId("peer" + seed));
            store.commit(Logs.hold(id, log, List.of(Logs.span(log, head, log.size()))));
            store.commit(List.of(Logs.head(id, log, head)));
            long expected = Unread.of(Logs.tally(log, log.size()), Tally.ZERO);
            assertEquals(expected, row(id).unread(), "seed " + seed);
            assertEquals(log.size(), row(id).head());
            assertEquals(log.getLast().at(), row(id).last().at());
        }
    }

    @Test
    void tallyIsExactWhereTheWayFromAKnownPlaceIsHeld() {
        for (long seed = 1; seed <= 100; seed++) {
            Random random = new Random(seed);
            List<Event> log = Logs.log(10 + random.nextInt(50), random);
            ConversationId id = ConversationId.direct(ANA, new AccountId("peer" + seed));
            int gap = 2 + random.nextInt(log.size() - 5);
            store.commit(
                    Logs.hold(
                            id,
                            log,
                            List.of(
                                    Logs.span(log, 1, gap - 1),
                                    Logs.span(log, gap + 2, log.size()))));
            store.commit(List.of(Logs.head(id, log, log.size())));
            for (int seq = 0; seq <= log.size(); seq++) {
                if (seq != gap) {
                    assertEquals(
                            Logs.tally(log, seq),
                            store.tallyAt(id, seq),
                            "seed " + seed + " " + seq);
                }
            }
        }
    }

    @Test
    void markSetHereCountsAtOnce() {
        List<Event> log = Logs.log(20, new Random(1));
        store.commit(List.of(Logs.head(WITH_BEN, log, 20), Logs.info(WITH_BEN, 1, 0)));
        store.commit(List.of(new StoreChange.LocalReadPut(Logs.read(WITH_BEN, log, 20))));
        assertEquals(0, row(WITH_BEN).unread());
        assertEquals(20, row(WITH_BEN).readSeq());
    }

    @Test
    void whatLiesBelowTheFloorIsNotUnread() {
        List<Event> log = Logs.log(20, new Random(1));
        long floorCount = log.get(11).count();
        store.commit(List.of(Logs.head(WITH_BEN, log, 20), Logs.info(WITH_BEN, 13, floorCount)));
        assertEquals(
                Unread.of(Logs.tally(log, 20), new Tally(floorCount, 0)), row(WITH_BEN).unread());
    }

    @Test
    void tickWaitsForTheLastOtherMember() {
        List<Event> log = Logs.log(20, new Random(1));
        Event own =
                log.stream().filter(event -> event.author().equals(ANA)).findFirst().orElseThrow();
        store.commit(Logs.hold(GROUP, log, List.of(Logs.span(log, 1, 20))));
        store.commit(
                List.of(
                        Logs.head(GROUP, log, 20),
                        Logs.set(
                                1,
                                new Register.Info(
                                        GROUP,
                                        1,
                                        1,
                                        "Team",
                                        List.of(
                                                new Member(ANA, "Ana"),
                                                new Member(BEN, "Ben"),
                                                new Member(CEM, "Cem")),
                                        1,
                                        0,
                                        0,
                                        false,
                                        Guard.NONE))));
        assertEquals(Tick.SENT, tick(own));
        store.commit(List.of(Logs.set(2, new Register.Delivered(GROUP, BEN, 20))));
        assertEquals(Tick.SENT, tick(own));
        store.commit(List.of(Logs.set(3, new Register.Delivered(GROUP, CEM, own.seq()))));
        assertEquals(Tick.DELIVERED, tick(own));
        store.commit(List.of(Logs.set(4, new Register.ReadBy(GROUP, BEN, own.seq()))));
        assertEquals(Tick.DELIVERED, tick(own));
        store.commit(List.of(Logs.set(5, new Register.ReadBy(GROUP, CEM, own.seq()))));
        assertEquals(Tick.READ, tick(own));
    }

    private Tick tick(Event own) {
        return reader.timelineUpTo(GROUP, own.seq(), 1).rows().stream()
                .map(TimelineRow.Entry.class::cast)
                .findFirst()
                .orElseThrow()
                .tick();
    }

    @Test
    void unsentMessageIsTheLastLineOfAConversationThatDoesNotExistYet() {
        store.commit(List.of(new StoreChange.OutboxPut(Logs.unsent(WITH_BEN, 1, "first"))));
        store.commit(List.of(new StoreChange.OutboxPut(Logs.unsent(WITH_BEN, 2, "second"))));
        ConversationRow row = row(WITH_BEN);
        assertEquals("second", row.last().text());
        assertEquals(Tick.WAITING, row.last().tick());
        assertEquals("ben", row.title());
        assertEquals(2, reader.outbox().size());
        store.commit(
                List.of(
                        new StoreChange.OutboxRemoved(WITH_BEN, 1),
                        new StoreChange.OutboxRemoved(WITH_BEN, 2)));
        assertTrue(reader.conversation(WITH_BEN).isEmpty());
    }

    @Test
    void namesComeFromTheMembersAndNewestActivityComesFirst() {
        List<Event> log = Logs.log(20, new Random(1));
        ConversationId notes = ConversationId.notes(ANA);
        store.commit(
                List.of(
                        Logs.head(notes, log, 5),
                        Logs.head(WITH_BEN, log, 20),
                        Logs.info(WITH_BEN, 1, 0)));
        assertEquals(
                List.of("Ben Wu", ""),
                reader.conversations().stream().map(ConversationRow::title).toList());
    }

    @Test
    void draftHereComesBeforeTheDraftOfAnotherDevice() {
        DeviceId phone = new DeviceId("phone");
        store.commit(
                List.of(Logs.set(1, new Register.Draft(WITH_BEN, "there", phone, "Phone", NOON))));
        assertEquals("there", row(WITH_BEN).draft().text());
        assertEquals("Phone", row(WITH_BEN).draft().deviceName());
        LocalDraft here = new LocalDraft(WITH_BEN, "here", 1, NOON);
        store.commit(
                List.of(
                        new StoreChange.LocalDraftPut(here),
                        new StoreChange.DraftCopyKept(new LocalDraft(WITH_BEN, "kept", 1, NOON))));
        assertEquals("here", row(WITH_BEN).draft().text());
        assertEquals("kept", row(WITH_BEN).draft().keptText());
    }

    @Test
    void devicesShowWhatEachStillHasToFetch() {
        List<Event> log = Logs.log(20, new Random(1));
        long floorCount = log.get(3).count();
        DeviceId phone = new DeviceId("phone");
        store.commit(Logs.hold(WITH_BEN, log, List.of(Logs.span(log, 15, 20))));
        store.commit(
                List.of(
                        Logs.head(WITH_BEN, log, 20),
                        Logs.info(WITH_BEN, 5, floorCount),
                        new StoreChange.OutboxPut(Logs.unsent(WITH_BEN, 1, "waits")),
                        new StoreChange.OutboxPut(
                                Logs.unsent(WITH_BEN, 2, "")
                                        .with(new OutboxRow.State.Failed("no"))),
                        Logs.set(5, device(phone, "A phone", 3)),
                        Logs.set(6, device(ANAS_LAPTOP, "Laptop", 0))));
        long visible = log.getLast().count() - floorCount;
        List<DeviceRow> rows = reader.devices();
        assertEquals(List.of(ANAS_LAPTOP, phone), rows.stream().map(DeviceRow::id).toList());
        assertEquals(visible - Logs.span(log, 15, 20).messages(), rows.getFirst().pending());
        assertEquals(1, rows.getFirst().outgoing());
        assertEquals(visible - 3, rows.getLast().pending());
        assertEquals(9, rows.getLast().outgoing());
    }

    private static Register device(DeviceId id, String name, long held) {
        return new Register.Device(id, name, "linux", 1, 1, true, held, 9, NOON, Instant.EPOCH);
    }

    private ConversationRow row(ConversationId id) {
        return reader.conversation(id).orElseThrow();
    }
}

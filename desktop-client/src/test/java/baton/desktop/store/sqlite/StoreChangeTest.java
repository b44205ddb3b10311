package baton.desktop.store.sqlite;

import static baton.desktop.store.sqlite.Logs.ANA;
import static baton.desktop.store.sqlite.Logs.ANAS;
import static baton.desktop.store.sqlite.Logs.BEN;
import static baton.desktop.store.sqlite.Logs.NOON;
import static baton.desktop.store.sqlite.Logs.WITH_BEN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import baton.desktop.store.Identity;
import baton.desktop.store.TimelinePage;
import baton.desktop.sync.LocalDraft;
import baton.desktop.sync.LocalSetting;
import baton.desktop.sync.OutboxRow;
import baton.desktop.sync.StoreChange;
import baton.desktop.sync.StoreSnapshot;
import baton.model.AccountId;
import baton.model.Claim;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Guard;
import baton.model.Register;
import baton.model.Revised;
import baton.model.Span;
import baton.model.SpanSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each change is found again after a restart, and writing it twice is writing it once.
class StoreChangeTest {
    private static final ConversationId GROUP = ConversationId.group("0123456789abcdef");
    private static final List<Event> LOG = Logs.log(40, new Random(3));
    private static final LocalSetting PINNED =
            new LocalSetting(new Register.Setting("pinned", WITH_BEN.value(), "on"), 7, 41);
    private static final LocalDraft DRAFT = new LocalDraft(WITH_BEN, "half a thought", 4, NOON);

    @TempDir Path folder;

    @ParameterizedTest
    @MethodSource("changes")
    void changeAppliedTwiceIsChangeAppliedOnce(StoreChange change) {
        Path once = folder.resolve("once.db");
        Path twice = folder.resolve("twice.db");
        commit(once, List.of(change));
        commit(twice, List.of(change, change));
        commit(twice, List.of(change));
        assertEquals(load(once), load(twice));
        assertEquals(timeline(once), timeline(twice));
    }

    static Stream<StoreChange> changes() {
        Register.Read read = Logs.read(WITH_BEN, LOG, 7);
        return Stream.concat(
                registers().map(revised -> (StoreChange) new StoreChange.RegisterSet(revised)),
                Stream.of(
                        new StoreChange.EventsStored(WITH_BEN, LOG.subList(4, 20)),
                        new StoreChange.SpansSet(
                                WITH_BEN, SpanSet.EMPTY.plus(Logs.span(LOG, 5, 20))),
                        new StoreChange.CursorSet(77),
                        new StoreChange.BodiesGone(WITH_BEN, 9),
                        new StoreChange.BodiesRecalled(WITH_BEN, List.of(7L)),
                        new StoreChange.EventsSetAside(WITH_BEN, 4),
                        new StoreChange.AsideRemoved(WITH_BEN, LOG.getFirst().id()),
                        new StoreChange.EpochSet(1_795_257_185),
                        new StoreChange.RegistersForgotten(),
                        new StoreChange.LocalSettingPut(PINNED),
                        new StoreChange.LocalSettingRemoved(PINNED.setting().key()),
                        new StoreChange.OutboxPut(Logs.unsent(WITH_BEN, 3, "hello")),
                        new StoreChange.OutboxRemoved(WITH_BEN, 3),
                        new StoreChange.ClientSeqUsed(WITH_BEN, 12),
                        new StoreChange.LocalReadPut(read),
                        new StoreChange.LocalReadRemoved(WITH_BEN),
                        new StoreChange.LocalDraftPut(DRAFT),
                        new StoreChange.LocalDraftRemoved(WITH_BEN),
                        new StoreChange.DraftCopyKept(DRAFT),
                        new StoreChange.DraftCopyRemoved(WITH_BEN)));
    }

    private static Claim claim() {
        return new Claim("ben", 17);
    }

    private static Stream<Revised> registers() {
        Event last = LOG.getLast();
        Register head =
                ((StoreChange.RegisterSet) Logs.head(WITH_BEN, LOG, last.seq())).value().register();
        Register info = ((StoreChange.RegisterSet) Logs.info(WITH_BEN, 3, 2)).value().register();
        DeviceId phone = new DeviceId("phone");
        return Stream.of(
                new Revised(11, head),
                new Revised(12, info),
                new Revised(13, Logs.read(WITH_BEN, LOG, 9)),
                new Revised(14, new Register.Draft(GROUP, "soon", phone, "Phone", NOON)),
                new Revised(15, new Register.Delivered(GROUP, BEN, 31)),
                new Revised(16, new Register.ReadBy(GROUP, BEN, 30)),
                new Revised(
                        17,
                        new Register.Device(
                                phone, "Phone", "linux", 4, 5, true, 99, 1, NOON, NOON)),
                new Revised(19, new Register.Notable(GROUP, 1, 30, List.of(4L, 9L), List.of(20L))),
                new Revised(20, new Register.Notable(WITH_BEN, 1, 3, List.of(), List.of())),
                new Revised(21, PINNED.setting()),
                new Revised(22, new Register.Setting("receipts", "", "off", 7, 19)),
                new Revised(
                        23,
                        new Register.Info(
                                GROUP,
                                7,
                                2,
                                "Team",
                                List.of(),
                                5,
                                4,
                                2,
                                false,
                                new Guard(true, claim()))),
                new Revised(18, new Register.Unknown("mood/ana", "{\"key\":\"mood/ana\"}")));
    }

    @Test
    void everyRegisterIsFoundAgainToTheLetter() {
        Path path = folder.resolve("store.db");
        commit(path, registers().<StoreChange>map(StoreChange.RegisterSet::new).toList());
        assertEquals(registers().collect(Collectors.toSet()), Set.copyOf(load(path).registers()));
    }

    @Test
    void reopeningFindsEverything() {
        Path path = folder.resolve("store.db");
        OutboxRow waiting = Logs.unsent(WITH_BEN, 3, "hello");
        OutboxRow acked = Logs.unsent(GROUP, 1, "").with(new OutboxRow.State.Acked(41));
        OutboxRow failed =
                new OutboxRow(
                        GROUP,
                        2,
                        waiting.id(),
                        7,
                        17,
                        waiting.body(),
                        NOON,
                        new OutboxRow.State.Failed("stale-reply", 9));
        Register.Read read = Logs.read(WITH_BEN, LOG, 7);
        SpanSet spans = SpanSet.EMPTY.plus(Logs.span(LOG, 1, 4)).plus(Logs.span(LOG, 9, 40));
        commit(
                path,
                List.of(
                        new StoreChange.OutboxPut(waiting),
                        new StoreChange.OutboxPut(failed),
                        new StoreChange.OutboxPut(acked),
                        new StoreChange.LocalReadPut(read),
                        new StoreChange.LocalDraftPut(DRAFT),
                        new StoreChange.LocalSettingPut(PINNED),
                        new StoreChange.EpochSet(1_795_257_185),
                        new StoreChange.SpansSet(WITH_BEN, spans),
                        new StoreChange.ClientSeqUsed(WITH_BEN, 3),
                        new StoreChange.CursorSet(8)));
        StoreSnapshot found = load(path);
        assertEquals(List.of(waiting, acked, failed), found.outbox());
        assertEquals(List.of(read), found.local().reads());
        assertEquals(List.of(DRAFT), found.local().drafts());
        assertEquals(spans, found.spans().get(WITH_BEN));
        assertEquals(3, found.lastClientSeq().get(WITH_BEN));
        assertEquals(8, found.cursor());
        assertEquals(List.of(PINNED), found.local().settings());
        assertEquals(1_795_257_185, found.epoch());
    }

    @Test
    void lastClientSeqNeverFalls() {
        Path path = folder.resolve("store.db");
        commit(
                path,
                List.of(
                        new StoreChange.ClientSeqUsed(WITH_BEN, 9),
                        new StoreChange.ClientSeqUsed(WITH_BEN, 4)));
        assertEquals(9, load(path).lastClientSeq().get(WITH_BEN));
    }

    @Test
    void eventsOfEveryKindAreFoundAgainToTheLetter() {
        Path path = folder.resolve("store.db");
        List<EventBody> bodies =
                List.of(
                        new EventBody.Created("Team \"A\"", List.of(ANA, BEN)),
                        new EventBody.Message("多语言 🎉\n\u0000 end"),
                        new EventBody.Invited(BEN),
                        new EventBody.Titled("B"),
                        new EventBody.Left(),
                        new EventBody.Message("@ben yes", LOG.getFirst().asTarget(), List.of(BEN)),
                        new EventBody.Guarded(true),
                        new EventBody.Claimed(true),
                        new EventBody.Released(),
                        new EventBody.Gone("rich-message", true),
                        new EventBody.Unknown("poll", "{\"kind\":\"poll\",\"x\":1}", false));
        List<Event> events =
                Stream.iterate(1, seq -> seq <= bodies.size(), seq -> seq + 1)
                        .map(seq -> Logs.event(seq, seq > 1 ? 1 : 0, seq, BEN, bodies.get(seq - 1)))
                        .toList();
        List<Span> held = List.of(new Span(1, bodies.size(), 0, 1));
        commit(path, Logs.hold(GROUP, events, held));
        try (SqliteStore writer = SqliteStore.open(path);
                SqliteReader reader = new SqliteReader(path, ANAS)) {
            assertEquals(StoreSnapshot.EMPTY.cursor(), writer.load().cursor());
            assertEquals(events, Pages.events(reader.timelineUpTo(GROUP, Long.MAX_VALUE, 50)));
        }
    }

    @Test
    void newDeviceCountsFromOneAndKeepsWhatTheOldOneHadNotSent() {
        Path path = folder.resolve("store.db");
        OutboxRow waiting = Logs.unsent(WITH_BEN, 3, "hello");
        OutboxRow acked = Logs.unsent(WITH_BEN, 2, "on its way").with(new OutboxRow.State.Acked(5));
        commit(
                path,
                List.of(
                        new StoreChange.ClientSeqUsed(WITH_BEN, 3),
                        new StoreChange.OutboxPut(acked),
                        new StoreChange.OutboxPut(waiting)));
        Identity next =
                new Identity("localhost", ANA, "Ana Lima", new DeviceId("d2"), "New laptop");
        try (SqliteStore store = SqliteStore.open(path)) {
            store.adopt(ANAS);
            store.adopt(next);
        }
        StoreSnapshot found = load(path);
        assertEquals(Set.of(), found.lastClientSeq().keySet());
        assertEquals(List.of(waiting.id()), found.outbox().stream().map(OutboxRow::id).toList());
        assertEquals(
                new OutboxRow.State.Failed(Unsent.FATE_UNKNOWN), found.outbox().getFirst().state());
    }

    @Test
    void sameDeviceSignedInAgainGoesOnCounting() {
        Path path = folder.resolve("store.db");
        commit(path, List.of(new StoreChange.OutboxPut(Logs.unsent(WITH_BEN, 3, "hello"))));
        try (SqliteStore store = SqliteStore.open(path)) {
            store.adopt(ANAS);
            store.commit(List.of(new StoreChange.ClientSeqUsed(WITH_BEN, 3)));
            store.adopt(ANAS);
        }
        assertEquals(3, load(path).lastClientSeq().get(WITH_BEN));
    }

    @Test
    void storeOfAnotherAccountIsNotTakenOver() {
        Path path = folder.resolve("store.db");
        AccountId cem = new AccountId("cem");
        Identity other = new Identity("localhost", cem, "Cem", new DeviceId("d3"), "Desk");
        try (SqliteStore store = SqliteStore.open(path)) {
            store.adopt(ANAS);
            org.junit.jupiter.api.Assertions.assertThrows(
                    IllegalArgumentException.class, () -> store.adopt(other));
            assertEquals(ANAS, store.identity().orElseThrow());
        }
    }

    private static void commit(Path path, List<StoreChange> changes) {
        try (SqliteStore store = SqliteStore.open(path)) {
            store.commit(changes);
        }
    }

    private static StoreSnapshot load(Path path) {
        try (SqliteStore store = SqliteStore.open(path)) {
            return store.load();
        }
    }

    private static TimelinePage timeline(Path path) {
        try (SqliteStore writer = SqliteStore.open(path);
                SqliteReader reader = new SqliteReader(path, ANAS)) {
            assertEquals(List.of(), writer.load().local().reads().stream().skip(1).toList());
            return reader.timelineFrom(WITH_BEN, 1, 100);
        }
    }
}

package baton.desktop.store.sqlite;

import static baton.desktop.store.sqlite.Logs.ANA;
import static baton.desktop.store.sqlite.Logs.ANAS;
import static baton.desktop.store.sqlite.Logs.BEN;
import static baton.desktop.store.sqlite.Logs.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.store.ConversationRow;
import baton.desktop.sync.Recount;
import baton.desktop.sync.StoreChange;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Event;
import baton.model.Guard;
import baton.model.Preview;
import baton.model.Register;
import baton.model.Span;
import baton.rules.Unread;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The badge by the rule, by the store's list, by the store's recount and by counting all messages
/// of the whole history: the same number, whatever of the history is here.
class UnreadContractTest {
    private static final int RUNS = 400;

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

    /// A history and where everybody stands in it.
    ///
    /// @param end newest seq that this device can know of
    /// @param head newest seq that its register tells of
    private record Case(
            String name,
            ConversationId id,
            List<Event> history,
            int end,
            int head,
            int floor,
            int read,
            int localRead) {

        static Case of(long seed) {
            Random random = new Random(seed);
            List<Event> history = Histories.of(1 + random.nextInt(50), random, false);
            int end = 1 + random.nextInt(history.size());
            int head = 1 + random.nextInt(end);
            return new Case(
                    "failed at seed " + seed,
                    ConversationId.direct(ANA, new AccountId("peer" + seed)),
                    history,
                    end,
                    random.nextBoolean() ? end : head,
                    1 + random.nextInt(random.nextBoolean() ? 1 : end),
                    random.nextInt(end + 1),
                    random.nextInt(end + 1));
        }

        /// The log as the relay has it at its end.
        List<Event> log() {
            return Histories.at(history, end);
        }

        int from() {
            return Math.max(Math.max(read, localRead), floor - 1);
        }

        /// By counting.
        Recount expected() {
            List<Event> log = log();
            TreeMap<Long, Event> all = new TreeMap<>();
            log.forEach(event -> all.put(event.seq(), event));
            long unread = 0;
            long mentions = 0;
            for (Event event : log.subList(from(), end)) {
                if (event.body().isCountable() && !event.author().equals(ANA)) {
                    FoldContract.Seen seen = FoldContract.simplest(event, all);
                    unread += seen.gone() ? 0 : 1;
                    mentions += seen.mentions().contains(ANA) ? 1 : 0;
                }
            }
            return new Recount(unread, mentions);
        }

        Register.Head headAt(int seq) {
            Event event = history.get(seq - 1);
            var tally = Logs.tally(history, seq);
            return new Register.Head(
                    id,
                    1,
                    seq,
                    tally.count(),
                    tally.own(),
                    event.digest(),
                    NOON,
                    new Preview(BEN, "message", ""));
        }

        Register.Notable notableAt(int seq) {
            List<Event> log = Histories.at(history, seq);
            TreeMap<Long, Event> all = new TreeMap<>();
            log.forEach(event -> all.put(event.seq(), event));
            List<Long> recalled = new ArrayList<>();
            List<Long> mentions = new ArrayList<>();
            for (Event event : log) {
                if (event.body().isCountable() && !event.author().equals(ANA)) {
                    FoldContract.Seen seen = FoldContract.simplest(event, all);
                    if (seen.gone()) {
                        recalled.add(event.seq());
                    } else if (seen.mentions().contains(ANA)) {
                        mentions.add(event.seq());
                    }
                }
            }
            return new Register.Notable(id, 1, seq, recalled, mentions);
        }

        Register.Info info() {
            var tally = Logs.tally(history, floor - 1);
            return new Register.Info(
                    id, 1, 1, "", List.of(), floor, tally.count(), tally.own(), false, Guard.NONE);
        }

        Register.Read readAt(int seq) {
            return Logs.read(id, history, seq);
        }
    }

    @Test
    void ruleListAndCountAgreeWhateverBodiesAreHere() {
        for (long seed = 1; seed <= RUNS; seed++) {
            Case one = Case.of(seed);
            store.commit(registers(one, one.head()));
            store.commit(held(one, new Random(seed)));
            Recount expected = one.expected();
            Register.Read read = one.readAt(Math.max(one.read(), one.localRead()));
            Register.Head head = one.headAt(one.end());
            Register.Notable notable = one.notableAt(one.end());
            assertEquals(
                    expected,
                    new Recount(
                            Unread.of(head, read, one.info(), notable),
                            Unread.mentions(head, read, one.info(), notable)),
                    one.name());
            ConversationRow row = reader.conversation(one.id()).orElseThrow();
            assertEquals(
                    expected,
                    new Recount(row.badge().unread(), row.badge().mentions()),
                    one.name() + " " + one);
        }
    }

    /// A way to count a badge from registers.
    private interface Rule {
        Recount of(
                Register.Head head,
                Register.Read read,
                Register.Info info,
                Register.Notable notable);
    }

    /// Rules that each forget something.
    enum Mistake {
        RECALLED_ONES_COUNT(
                (head, read, info, notable) -> right(head, read, info, with(notable, false, true))),
        MENTIONS_BELOW_THE_MARK_COUNT((head, read, info, notable) ->
                new Recount(Unread.of(head, read, info, notable), notable.mentions().size())),
        RECALLED_ONES_BELOW_THE_MARK_ARE_TAKEN_OFF((head, read, info, notable) ->
                new Recount(
                        Math.max(
                                0,
                                Unread.of(head, read, info, with(notable, false, true))
                                        - notable.recalled().size()),
                        Unread.mentions(head, read, info, notable))),
        THE_FLOOR_IS_FORGOTTEN((head, read, info, notable) ->
                new Recount(
                        Math.max(0, head.tally().others() - read.tally().others()),
                        Unread.mentions(head, read, info, notable))),
        OWN_ONES_COUNT((head, read, info, notable) ->
                new Recount(
                        head.count() - Math.max(read.count(), info.floorCount()),
                        Unread.mentions(head, read, info, notable))),
        NOBODY_IS_EVER_NAMED(
                (head, read, info, notable) -> right(head, read, info, with(notable, true, false)));

        // A constant function, whatever type it has.
        @SuppressWarnings("ImmutableEnumChecker")
        private final Rule rule;

        Mistake(Rule rule) {
            this.rule = rule;
        }

        private static Recount right(
                Register.Head head,
                Register.Read read,
                Register.Info info,
                Register.Notable notable) {
            return new Recount(
                    Unread.of(head, read, info, notable),
                    Unread.mentions(head, read, info, notable));
        }

        private static Register.Notable with(
                Register.Notable notable, boolean recalled, boolean mentions) {
            return new Register.Notable(
                    notable.conversation(),
                    notable.epoch(),
                    notable.seq(),
                    recalled ? notable.recalled() : List.of(),
                    mentions ? notable.mentions() : List.of());
        }
    }

    @ParameterizedTest
    @EnumSource
    void ruleThatForgetsSomethingIsNoticed(Mistake mistake) {
        boolean isNoticed = false;
        for (long seed = 1; seed <= RUNS && !isNoticed; seed++) {
            Case one = Case.of(seed);
            Register.Read read = one.readAt(Math.max(one.read(), one.localRead()));
            Recount wrong =
                    mistake.rule.of(
                            one.headAt(one.end()), read, one.info(), one.notableAt(one.end()));
            isNoticed = !wrong.equals(one.expected());
        }
        assertTrue(isNoticed, mistake + " agrees with counting");
    }

    @Test
    void recountAgreesWhereEverythingAfterTheMarkIsHere() {
        for (long seed = 1; seed <= RUNS; seed++) {
            Case one = Case.of(seed);
            store.commit(registers(one, one.end()));
            List<Event> log = one.log();
            store.commit(Logs.hold(one.id(), log, List.of(Logs.span(log, 1, one.end()))));
            assertEquals(
                    one.expected(), store.recount(one.id(), one.from(), one.end()), one.name());
        }
    }

    private static List<StoreChange> registers(Case one, int head) {
        return List.of(
                Logs.set(1, one.headAt(head)),
                Logs.set(2, one.notableAt(head)),
                Logs.set(3, one.info()),
                Logs.set(4, one.readAt(one.read())),
                new StoreChange.LocalReadPut(one.readAt(one.localRead())));
    }

    /// Everything beyond the head, and any part of what lies below.
    private static List<StoreChange> held(Case one, Random random) {
        List<Event> log = one.log();
        List<Span> spans = new ArrayList<>();
        int next = 1;
        while (next <= one.head()) {
            int to = next + random.nextInt(one.head() - next + 1);
            if (random.nextBoolean()) {
                spans.add(Logs.span(log, next, to));
            }
            next = to + 2;
        }
        if (one.head() < one.end()) {
            spans.add(Logs.span(log, one.head() + 1L, one.end()));
        }
        return Logs.hold(one.id(), log, spans);
    }
}

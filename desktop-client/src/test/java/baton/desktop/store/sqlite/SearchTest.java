package baton.desktop.store.sqlite;

import static baton.desktop.store.sqlite.Logs.ANAS;
import static baton.desktop.store.sqlite.Logs.NOON;
import static baton.desktop.store.sqlite.Logs.WITH_BEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.store.SearchHit;
import baton.desktop.store.SearchPage;
import baton.desktop.store.SearchQuery;
import baton.desktop.store.TimelineRow;
import baton.desktop.sync.StoreChange;
import baton.model.ConversationId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Seeds;
import baton.model.Span;
import baton.model.SpanSet;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random histories with edits and recalls that arrive in pages in any order, with floors and tails
/// that are set aside, while the index is filled now and then: every search answers what reading
/// all timelines through does, and the index holds exactly what it should.
class SearchTest {
    private static final int RUNS = 40;
    private static final int QUERIES = 25;
    private static final int ALL = 10_000;
    private static final ConversationId GROUP = ConversationId.group("abcdefghijklmnopqrst");
    private static final List<ConversationId> BOTH = List.of(WITH_BEN, GROUP);

    @TempDir Path folder;
    private int opened;

    @Test
    void everySearchFindsWhatReadingEverythingFinds() {
        Seeds.run(1, RUNS, this::run);
    }

    private void run(RandomGenerator random) {
        Path path = folder.resolve("store" + opened++ + ".db");
        try (SqliteStore store = SqliteStore.open(path);
                SqliteReader reader = new SqliteReader(path, ANAS)) {
            store.adopt(ANAS);
            store.commit(List.of(Logs.info(WITH_BEN, 1, 0), Logs.info(GROUP, 1, 0)));
            for (List<StoreChange> commit : commits(random)) {
                store.commit(commit);
                for (int i = random.nextInt(4); i > 0; i--) {
                    store.fillSearch(1 + random.nextInt(60));
                }
                if (random.nextInt(6) == 0) {
                    ask(random, reader);
                }
            }
            ask(random, reader);
            while (store.fillSearch(1 + random.nextInt(500)) > 0) {
                ask(random, reader, 1);
            }
            ask(random, reader);
            assertIndexIsExact(store.sql());
        }
    }

    private static List<List<StoreChange>> commits(RandomGenerator random) {
        List<Feed> feeds = BOTH.stream().map(id -> Feed.draw(id, random)).toList();
        List<List<StoreChange>> commits = new ArrayList<>();
        while (feeds.stream().anyMatch(feed -> !feed.pages.isEmpty())) {
            Feed feed = feeds.get(random.nextInt(2));
            if (!feed.pages.isEmpty()) {
                commits.add(feed.arrival());
            } else if (random.nextInt(3) == 0 && !feed.spans.spans().isEmpty()) {
                commits.add(feed.loss(random));
            }
        }
        return commits;
    }

    /// How one conversation comes to a device, and goes.
    private static final class Feed {
        private final ConversationId conversation;
        private final List<Event> history;
        private final List<List<Event>> pages;
        private SpanSet spans = SpanSet.EMPTY;

        private Feed(ConversationId conversation, List<Event> history, List<List<Event>> pages) {
            this.conversation = conversation;
            this.history = history;
            this.pages = pages;
        }

        static Feed draw(ConversationId conversation, RandomGenerator random) {
            List<Event> history =
                    Histories.of(
                            1 + random.nextInt(60),
                            random,
                            random.nextInt(4) == 0,
                            unique -> Sayings.draw(random));
            return new Feed(
                    conversation, history, new ArrayList<>(Histories.pages(history, random)));
        }

        List<StoreChange> arrival() {
            List<Event> page = pages.removeFirst();
            spans = spans.plus(Logs.span(history, page.getFirst().seq(), page.getLast().seq()));
            return List.of(
                    new StoreChange.EventsStored(conversation, page),
                    new StoreChange.SpansSet(conversation, spans));
        }

        /// The beginning is gone by retention, or the end is set aside.
        List<StoreChange> loss(RandomGenerator random) {
            long cut = 1 + random.nextLong(spans.newest() + 1);
            boolean isFloor = random.nextBoolean();
            List<Span> left = new ArrayList<>();
            for (Span span : spans.spans()) {
                long from = isFloor ? Math.max(span.from(), cut) : span.from();
                long to = isFloor ? span.to() : Math.min(span.to(), cut - 1);
                if (from <= to) {
                    left.add(Logs.span(history, from, to));
                }
            }
            spans = new SpanSet(left);
            return List.of(
                    isFloor
                            ? new StoreChange.BodiesGone(conversation, cut)
                            : new StoreChange.EventsSetAside(conversation, cut),
                    new StoreChange.SpansSet(conversation, spans));
        }
    }

    private static void ask(RandomGenerator random, SqliteReader reader) {
        ask(random, reader, QUERIES);
    }

    private static void ask(RandomGenerator random, SqliteReader reader, int queries) {
        List<Said> all = read(reader);
        for (int i = 0; i < queries; i++) {
            SearchQuery query = query(random);
            List<Said> expected = all.stream().filter(said -> said.fits(query)).toList();
            int limit = random.nextInt(3) == 0 ? 1 + random.nextInt(5) : ALL;
            SearchPage page = reader.search(query, limit, () -> true);
            assertEquals(
                    sorted(expected, query).stream().limit(limit).toList(),
                    page.hits().stream().map(Said::of).toList(),
                    () -> query.terms() + " " + query);
            assertEquals(expected.size() > limit, page.more(), query::toString);
            assertEquals(0, page.left());
            for (SearchHit hit : page.hits()) {
                assertMarksFit(hit, query);
            }
        }
    }

    /// A message as a window shows it.
    private record Said(ConversationId conversation, long seq, Instant at, String by, String text) {
        static Said of(SearchHit hit) {
            return new Said(
                    hit.conversation(),
                    hit.target().seq(),
                    hit.at(),
                    hit.author().handle(),
                    hit.text());
        }

        boolean fits(SearchQuery query) {
            return query.terms().stream().allMatch(term -> Sayings.holds(text, term))
                    && (query.in().isEmpty() || query.in().contains(conversation))
                    && (query.from().isEmpty() || query.from().contains(by))
                    && (!query.link() || text.matches("(?s).*(https?://|mailto:)[^\\s<>\"].*"))
                    && !at.isBefore(query.since())
                    && at.isBefore(query.before());
        }
    }

    private static List<Said> read(SqliteReader reader) {
        List<Said> all = new ArrayList<>();
        for (ConversationId conversation : BOTH) {
            for (TimelineRow row : reader.timelineFrom(conversation, 1, ALL).rows()) {
                if (row instanceof TimelineRow.Entry entry
                        && entry.event().body() instanceof EventBody.Message
                        && !entry.folded().gone()) {
                    Event event = entry.event();
                    all.add(
                            new Said(
                                    conversation,
                                    event.seq(),
                                    event.at(),
                                    event.author().handle(),
                                    entry.folded().text()));
                }
            }
        }
        return all;
    }

    private static List<Said> sorted(List<Said> said, SearchQuery query) {
        // Both conversations were numbered in the order of this list.
        Comparator<Said> byKey =
                Comparator.comparingInt((Said one) -> BOTH.indexOf(one.conversation()))
                        .thenComparingLong(Said::seq);
        Comparator<Said> order =
                query.in().isEmpty() ? Comparator.comparing(Said::at).thenComparing(byKey) : byKey;
        return said.stream().sorted(order.reversed()).toList();
    }

    private static SearchQuery query(RandomGenerator random) {
        List<String> terms = new ArrayList<>();
        for (int i = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(2); i > 0; i--) {
            String part = Sayings.part(random);
            if (!SearchText.fold(part).isBlank()) {
                terms.add(part);
            }
        }
        boolean filtered = terms.isEmpty() || random.nextInt(3) == 0;
        return new SearchQuery(
                terms,
                random.nextBoolean() ? List.of() : List.of(BOTH.get(random.nextInt(2))),
                filtered && random.nextBoolean()
                        ? List.of(List.of("ana", "ben", "cem").get(random.nextInt(3)))
                        : List.of(),
                filtered && random.nextInt(3) == 0,
                filtered && random.nextBoolean()
                        ? NOON.plusSeconds(random.nextInt(60))
                        : terms.isEmpty() ? NOON : Instant.MIN,
                filtered && random.nextBoolean()
                        ? NOON.plusSeconds(random.nextInt(60))
                        : Instant.MAX);
    }

    private static void assertMarksFit(SearchHit hit, SearchQuery query) {
        int end = -1;
        for (SearchHit.Mark mark : hit.marks()) {
            assertTrue(end < mark.from() && mark.from() < mark.to(), "marks rise and never touch");
            assertTrue(mark.to() <= hit.text().length());
            end = mark.to();
        }
        assertEquals(query.terms().isEmpty(), hit.marks().isEmpty(), query::toString);
    }

    /// Term by term, as the texts say that it must be; also that the index holds all of them.
    static void assertIndexIsExact(Sql sql) {
        Map<String, Long> expected = new TreeMap<>();
        for (long wording : sql.list("SELECT wording FROM search_doc", row -> row.getLong(1))) {
            EventBody body =
                    sql.first(
                                    "SELECT body FROM event WHERE key = ?",
                                    row -> EventRows.body(row.getString(1)),
                                    wording)
                            .orElseThrow();
            String text = SearchIndex.textOf(body).orElseThrow();
            int[] letters = SearchText.indexed(SearchText.fold(text)).codePoints().toArray();
            java.util.Set<String> grams = new java.util.TreeSet<>();
            for (int at = 0; at + 3 <= letters.length; at++) {
                grams.add(new String(letters, at, 3));
            }
            grams.forEach(gram -> expected.merge(gram, 1L, Long::sum));
        }
        sql.script(
                "CREATE VIRTUAL TABLE IF NOT EXISTS temp.gram USING"
                        + " fts5vocab(main, search_gram, row)");
        Map<String, Long> actual = new TreeMap<>();
        sql.list(
                "SELECT term, doc FROM temp.gram",
                row -> actual.put(row.getString(1), row.getLong(2)));
        assertEquals(expected, actual);
        sql.script("INSERT INTO search_gram (search_gram) VALUES ('integrity-check')");
    }

    @Test
    void searchThatIsNotWantedAnyMoreAnswersNothing() {
        Path path = folder.resolve("store.db");
        List<Event> log = Logs.log(2_000, RandomGenerator.of("L64X128MixRandom"));
        try (SqliteStore store = SqliteStore.open(path);
                SqliteReader reader = new SqliteReader(path, ANAS)) {
            store.commit(Logs.hold(WITH_BEN, log, List.of(Logs.span(log, 1, 2_000))));
            while (store.fillSearch(10_000) > 0) {}
            SearchQuery query = everywhere("message");
            assertEquals(SearchPage.NONE, reader.search(query, ALL, () -> false));
            SearchPage page = reader.search(query, 10, () -> true);
            assertEquals(10, page.hits().size());
            assertTrue(page.more());
        }
    }

    @Test
    void textsThatWaitAreFoundAndWhatIsBeyondIsCounted() {
        Path path = folder.resolve("store.db");
        List<Event> log = Logs.log(5_000, RandomGenerator.of("L64X128MixRandom"));
        try (SqliteStore store = SqliteStore.open(path);
                SqliteReader reader = new SqliteReader(path, ANAS)) {
            store.commit(Logs.hold(WITH_BEN, log, List.of(Logs.span(log, 1, 5_000))));
            long texts = log.getLast().count();
            SearchPage page = reader.search(everywhere("message"), ALL, () -> true);
            assertEquals(SearchReader.WAITING_MAX, page.hits().size());
            assertEquals(texts - SearchReader.WAITING_MAX, page.left());
            assertEquals(0, reader.search(everywhere("title"), ALL, () -> true).hits().size());
            while (store.fillSearch(10_000) > 0) {}
            page = reader.search(everywhere("message"), ALL, () -> true);
            assertEquals(texts, page.hits().size());
            assertEquals(0, page.left());
            assertFalse(page.bounded());
        }
    }

    @Test
    void indexByAnotherRuleIsFilledAnew() {
        Path path = folder.resolve("store.db");
        Event hello = Logs.event(1, 1, 0, Logs.BEN, new EventBody.Message("hello"));
        try (SqliteStore store = SqliteStore.open(path)) {
            store.commit(List.of(new StoreChange.EventsStored(WITH_BEN, List.of(hello))));
            assertEquals(0, store.fillSearch(100));
            store.sql().run("UPDATE search_rule SET rule = 'of an older runtime'");
        }
        try (SqliteStore store = SqliteStore.open(path)) {
            assertEquals(1, SearchIndex.left(store.sql()));
            assertEquals(0, store.fillSearch(100));
            assertIndexIsExact(store.sql());
        }
    }

    private static SearchQuery everywhere(String term) {
        return new SearchQuery(
                List.of(term), List.of(), List.of(), false, Instant.MIN, Instant.MAX);
    }
}

package baton.desktop.store.sqlite;

import static baton.desktop.store.sqlite.Logs.ANA;
import static baton.desktop.store.sqlite.Logs.ANAS;
import static baton.desktop.store.sqlite.Logs.BEN;

import baton.desktop.store.SearchPage;
import baton.desktop.store.SearchQuery;
import baton.desktop.sync.StoreChange;
import baton.model.ConversationId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Span;
import baton.model.SpanSet;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// How fast texts become findable, what that costs on the disk, and how long searches take.
///
/// @param perSecond texts put into the index
/// @param pieceMillis what the pieces of that work took, sorted
/// @param bytesBefore of the file without an index
/// @param bytesAfter with it
/// @param searches one row for each kind
public record SearchPace(
        double perSecond,
        List<Double> pieceMillis,
        long bytesBefore,
        long bytesAfter,
        List<Kind> searches) {
    private static final int CONVERSATIONS = 200;
    private static final int PAGE = 500;
    private static final int LETTERS = 20_000;
    private static final int REPEATS = 300;
    private static final int LIMIT = 50;

    /// Searches of one kind.
    ///
    /// @param hits on the first page, at the median search
    /// @param millis sorted
    public record Kind(String name, int hits, List<Double> millis) {
        /// @param share 0 to 1
        public double millis(double share) {
            return at(millis, share);
        }
    }

    /// @param folder an empty one
    public static SearchPace measure(Path folder, int messages) {
        Path path = folder.resolve("store.db");
        Chatter chatter = new Chatter(new Random(1));
        try (SqliteStore store = SqliteStore.open(path);
                SqliteReader reader = new SqliteReader(path, ANAS)) {
            for (int i = 0; i < CONVERSATIONS; i++) {
                write(store, group(i), chatter, messages / CONVERSATIONS);
            }
            long before = bytes(store);
            List<Double> pieces = new ArrayList<>();
            long begun = System.nanoTime();
            long left = 1;
            while (left > 0) {
                long start = System.nanoTime();
                left = store.fillSearch(LETTERS);
                pieces.add((System.nanoTime() - start) / 1e6);
            }
            double perSecond = messages * 1e9 / (System.nanoTime() - begun);
            pieces.sort(Double::compare);
            return new SearchPace(
                    perSecond, pieces, before, bytes(store), searches(reader, chatter));
        }
    }

    private static ConversationId group(int number) {
        return ConversationId.group("measured%012d".formatted(number));
    }

    private static long bytes(SqliteStore store) {
        StoreFile.foldLog(store.sql());
        return store.sql().number("PRAGMA page_count") * store.sql().number("PRAGMA page_size");
    }

    private static void write(SqliteStore store, ConversationId group, Chatter chatter, int size) {
        List<Event> log = new ArrayList<>();
        for (int seq = 1; seq <= size; seq++) {
            EventBody body = new EventBody.Message(chatter.say());
            Event event = Logs.event(seq, seq, 0, seq % 3 == 0 ? ANA : BEN, body);
            log.add(event);
        }
        for (int from = 0; from < size; from += PAGE) {
            int to = Math.min(size, from + PAGE);
            store.commit(
                    List.of(
                            new StoreChange.EventsStored(group, log.subList(from, to)),
                            new StoreChange.SpansSet(
                                    group, SpanSet.EMPTY.plus(new Span(1, to, 0, to)))));
        }
    }

    private static List<Kind> searches(SqliteReader reader, Chatter chatter) {
        Random random = new Random(3);
        String common = chatter.word(0);
        return List.of(
                kind("a word that is everywhere", reader, i -> everywhere(common)),
                kind("the 20 most common words", reader, i -> everywhere(chatter.word(i % 20))),
                kind("words of the middle", reader, i -> everywhere(chatter.word(200 + i))),
                kind("rare words", reader, i -> everywhere(chatter.word(15_000 + i))),
                kind(
                        "three letters",
                        reader,
                        i -> everywhere(chatter.word(random.nextInt(2_000)).substring(0, 3))),
                kind("nothing to be found", reader, i -> everywhere("qqqxyz" + i)),
                kind("two Chinese characters", reader, i -> everywhere(chatter.chinese(i))),
                kind("two rare ones", reader, i -> everywhere(chatter.chinese(4_500 + i))),
                kind(
                        "one Chinese character",
                        reader,
                        i -> everywhere(chatter.chinese(i).substring(0, 1))),
                kind("two letters", reader, i -> everywhere(chatter.word(i).substring(0, 2))),
                kind("two letters, nothing to be found", reader, i -> everywhere("q" + i % 10)),
                kind(
                        "a common word in one conversation",
                        reader,
                        i -> everywhere(common).in(group(i))),
                kind(
                        "a common word from one person with a link",
                        reader,
                        i -> filtered(common, List.of("ana"), true, Instant.MAX)),
                kind(
                        "a common word before a day",
                        reader,
                        i -> filtered(common, List.of(), false, Logs.NOON.plusSeconds(100))),
                kind(
                        "all from one person before a day",
                        reader,
                        i -> filtered("", List.of("ana"), false, Logs.NOON.plusSeconds(100))));
    }

    private static SearchQuery everywhere(String term) {
        return filtered(term, List.of(), false, Instant.MAX);
    }

    private static SearchQuery filtered(
            String term, List<String> from, boolean link, Instant before) {
        List<String> terms = term.isEmpty() ? List.of() : List.of(term);
        return new SearchQuery(terms, List.of(), from, link, Instant.MIN, before);
    }

    private static Kind kind(
            String name, SqliteReader reader, java.util.function.IntFunction<SearchQuery> queries) {
        double[] millis = new double[REPEATS];
        int[] hits = new int[REPEATS];
        for (int i = 0; i < REPEATS; i++) {
            SearchQuery query = queries.apply(i);
            long start = System.nanoTime();
            SearchPage page = reader.search(query, LIMIT, () -> true);
            millis[i] = (System.nanoTime() - start) / 1e6;
            hits[i] = page.hits().size();
        }
        return new Kind(
                name,
                IntStream.of(hits).sorted().toArray()[REPEATS / 2],
                Arrays.stream(millis).sorted().boxed().toList());
    }

    /// What the pieces of filling took.
    ///
    /// @param share 0 to 1
    public double piece(double share) {
        return at(pieceMillis, share);
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.round(share * (sorted.size() - 1)));
    }
}

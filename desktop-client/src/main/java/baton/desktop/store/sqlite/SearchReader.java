package baton.desktop.store.sqlite;

import baton.desktop.store.Identity;
import baton.desktop.store.SearchHit;
import baton.desktop.store.SearchPage;
import baton.desktop.store.SearchQuery;
import baton.desktop.store.sqlite.SearchHits.Found;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/// One search, answered from three places that together hold every text of the device:
///
/// 1. what waits for the index is read through, what arrived last first, up to a bound;
/// 2. terms of three letters or more, and Chinese ones of any length, are found by the index;
/// 3. without any of these the messages are read through, the newest first, up to a bound.
///
/// All three name candidates only. Each is looked at as its message stands, so an index that is
/// behind may hide a text that just arrived, and never shows one that is gone.
final class SearchReader {
    /// Waiting texts that are read through.
    static final int WAITING_MAX = 1_000;

    /// Messages that are read through for a term of one or two letters.
    static final int NEWEST_MAX = 20_000;

    /// A plus keeps SQLite from looking for the keys: it goes by time, and stops early.
    private static final String BY_TIME = "+";

    private static final Comparator<Found> LAST_FIRST =
            Comparator.comparingLong(Found::key).reversed();
    private static final Comparator<Found> NEWEST_FIRST =
            Comparator.comparing((Found found) -> found.hit().at())
                    .thenComparingLong(Found::key)
                    .reversed();

    private final Sql sql;
    private final SearchTerms terms;
    private final SearchFilter filter;
    private final SearchHits hits;
    private final BooleanSupplier wanted;
    private final Map<Long, Found> found = new TreeMap<>();
    private boolean bounded;

    private SearchReader(
            Sql sql, SearchTerms terms, SearchFilter filter, SearchHits hits, BooleanSupplier on) {
        this.sql = sql;
        this.terms = terms;
        this.filter = filter;
        this.hits = hits;
        this.wanted = on;
    }

    /// @param limit hits at most
    static SearchPage page(
            Sql sql, Identity self, SearchQuery query, int limit, BooleanSupplier wanted) {
        SearchTerms terms = SearchTerms.of(query.terms(), query.link());
        Optional<SearchFilter> filter = SearchFilter.of(sql, query);
        if (query.isBlank() || (terms.folded().isEmpty() && !query.terms().isEmpty())) {
            return SearchPage.NONE;
        }
        if (filter.isEmpty()) {
            return new SearchPage(List.of(), false, false, SearchIndex.left(sql));
        }
        return sql.whileWanted(
                wanted,
                () ->
                        new SearchReader(
                                        sql,
                                        terms,
                                        filter.get(),
                                        new SearchHits(sql, self, terms),
                                        wanted)
                                .page(limit),
                SearchPage.NONE);
    }

    private SearchPage page(int limit) {
        long left = lookAtWaiting();
        String asked = terms.asked();
        if (asked.isEmpty()) {
            readThrough(limit + 1);
        } else {
            ask(asked, limit + 1);
        }
        if (!wanted.getAsBoolean()) {
            return SearchPage.NONE;
        }
        List<SearchHit> sorted =
                found.values().stream()
                        .sorted(filter.isOne() ? LAST_FIRST : NEWEST_FIRST)
                        .map(Found::hit)
                        .toList();
        return new SearchPage(
                sorted.subList(0, Math.min(limit, sorted.size())),
                sorted.size() > limit,
                bounded,
                left);
    }

    /// @return how many texts wait beyond those that were looked at
    private long lookAtWaiting() {
        long left = SearchIndex.left(sql);
        if (left == 0) {
            return 0;
        }
        List<Long> keys = new ArrayList<>();
        sql.walk(
                "SELECT e.key FROM search_todo t CROSS JOIN event e ON e.key BETWEEN t.first AND"
                        + " t.last WHERE e.key BETWEEN ? AND ? AND "
                        + SearchIndex.HAS_TEXT
                        + " ORDER BY t.number DESC, e.key DESC LIMIT "
                        + WAITING_MAX,
                row -> keys.add(row.getLong(1)),
                filter.first(),
                filter.last());
        keys.forEach(this::consider);
        return left <= WAITING_MAX ? 0 : left - keys.size();
    }

    /// @param enough hits of the index
    private void ask(String grams, int enough) {
        int[] count = {0};
        sql.walk(
                filter.isOne()
                        ? "SELECT d.key FROM search_gram g CROSS JOIN search_doc d ON d.key ="
                                + " g.rowid WHERE g.search_gram MATCH ? AND g.rowid BETWEEN ? AND ?"
                                + filter.condition()
                                + " ORDER BY g.rowid DESC"
                        : "SELECT d.key FROM search_gram g CROSS JOIN search_doc d ON d.key ="
                                + " g.rowid WHERE g.search_gram MATCH ? AND d.key BETWEEN ? AND ?"
                                + filter.condition()
                                + " ORDER BY d.at DESC, d.key DESC",
                row -> {
                    count[0] += consider(row.getLong(1)) ? 1 : 0;
                    return count[0] < enough;
                },
                filter.values(grams));
    }

    private void readThrough(int enough) {
        int[] count = {0};
        int[] read = {0};
        sql.walk(
                "SELECT d.key, json_extract(e.body, '$.text') FROM search_doc d CROSS JOIN event e"
                        + " ON e.key = d.wording WHERE "
                        + (filter.isOne() ? "" : BY_TIME)
                        + "d.key BETWEEN ? AND ?"
                        + filter.condition()
                        + " ORDER BY "
                        + (filter.isOne() ? "" : "d.at DESC, ")
                        + "d.key DESC",
                row -> {
                    boolean fits = terms.areIn(row.getString(2));
                    count[0] += fits && consider(row.getLong(1)) ? 1 : 0;
                    read[0]++;
                    bounded = !terms.folded().isEmpty() && read[0] >= NEWEST_MAX;
                    return count[0] < enough && !bounded;
                },
                filter.values());
    }

    /// @return whether it is a hit that nobody had found yet
    private boolean consider(long candidate) {
        Optional<Found> hit = hits.at(candidate).filter(one -> filter.passes(one.hit()));
        return hit.isPresent() && found.put(hit.get().key(), hit.get()) == null;
    }
}

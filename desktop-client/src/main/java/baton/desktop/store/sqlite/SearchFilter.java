package baton.desktop.store.sqlite;

import baton.desktop.store.SearchHit;
import baton.desktop.store.SearchQuery;
import baton.model.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Which messages a search is about, whatever they say.
///
/// @param first key of the first one there can be
/// @param last key of the last one
/// @param authors handles; empty for everybody
/// @param isOne whether it is about one conversation
record SearchFilter(
        long first, long last, Set<String> authors, Instant since, Instant before, boolean isOne) {

    /// Empty if there can be no such message: nobody of that name, no such conversation.
    static Optional<SearchFilter> of(Sql sql, SearchQuery query) {
        Set<String> authors = new TreeSet<>();
        query.from().forEach(one -> authors.addAll(people(sql, one)));
        if (authors.isEmpty() && !query.from().isEmpty()) {
            return Optional.empty();
        }
        if (query.in().isEmpty()) {
            return Optional.of(
                    new SearchFilter(
                            0, Long.MAX_VALUE, authors, query.since(), query.before(), false));
        }
        return Scope.find(sql, query.in().getFirst())
                .map(scope -> scope.only().getFirst().number())
                .map(number ->
                        new SearchFilter(
                                EventRows.key(number, 0),
                                EventRows.lastKey(number),
                                authors,
                                query.since(),
                                query.before(),
                                true));
    }

    /// Whoever has that handle, and all whose handle or name holds these letters.
    private static Set<String> people(Sql sql, String typed) {
        String wanted = SearchText.fold(typed).strip();
        Set<String> people = new TreeSet<>();
        AccountId.parse(typed).ifPresent(account -> people.add(account.handle()));
        sql.walk(
                "SELECT handle, name FROM person",
                row -> {
                    String handle = row.getString(1);
                    if (handle.contains(wanted)
                            || SearchText.fold(row.getString(2)).contains(wanted)) {
                        people.add(handle);
                    }
                    return true;
                });
        return people;
    }

    /// What follows a WHERE that binds the keys.
    String condition() {
        return (isTimed() ? " AND d.at >= ? AND d.at < ?" : "")
                + (authors.isEmpty()
                        ? ""
                        : " AND d.author IN (" + "?, ".repeat(authors.size() - 1) + "?)");
    }

    private boolean isTimed() {
        return !since.equals(Instant.MIN) || !before.equals(Instant.MAX);
    }

    /// @param leading what the statement binds before the keys
    Object[] values(Object... leading) {
        List<Object> values = new ArrayList<>(List.of(leading));
        values.add(first);
        values.add(last);
        if (isTimed()) {
            values.add(millis(since));
            values.add(millis(before));
        }
        values.addAll(authors);
        return values.toArray();
    }

    private static long millis(Instant at) {
        return at.equals(Instant.MIN)
                ? Long.MIN_VALUE
                : at.equals(Instant.MAX) ? Long.MAX_VALUE : at.toEpochMilli();
    }

    /// The same of one that was found otherwise.
    boolean passes(SearchHit hit) {
        return !hit.at().isBefore(since)
                && hit.at().isBefore(before)
                && (authors.isEmpty() || authors.contains(hit.author().handle()));
    }
}

package baton.desktop.store.sqlite;

import baton.model.EventBody;
import java.util.List;
import java.util.Optional;

/// Which messages can be found, as the writer keeps it.
///
/// 1. Texts that arrive are noted as a stretch of their log, one row for a page: that is all that a
///    commit pays. [SearchFiller] reads them later.
/// 2. A text that is about to go leaves the index first, in the same transaction, because nothing
///    else says what of the index is its. So it must be told before the event's body goes.
/// 3. Taking a text out costs much more than putting it in. If one transaction takes more than a
///    few away, the index is emptied instead, which costs the same however large it is, and filled
///    anew in the background.
final class SearchIndex {
    /// Of an event whose body is a text.
    static final String HAS_TEXT =
            "(countable = 1 OR body GLOB '{\"kind\":\"edited\",*')"
                    + " AND body NOT GLOB '{\"kind\":\"gone\",*'";

    /// Letters that one transaction takes out one by one.
    private static final int FORGET_MAX = 20_000;

    private final Sql sql;
    private int forgotten;

    SearchIndex(Sql sql) {
        this.sql = sql;
    }

    /// A message in the index.
    ///
    /// @param wording key of the event whose text is there: the message itself or an edit of it
    record Doc(long key, long wording) {
        static Doc read(java.sql.ResultSet row) throws java.sql.SQLException {
            return new Doc(row.getLong("key"), row.getLong("wording"));
        }
    }

    /// Empties the index if its texts were folded by another rule. Inside a transaction.
    void open() {
        int changed =
                sql.run(
                        "UPDATE search_rule SET rule = ? WHERE rule <> ?",
                        SearchText.RULE,
                        SearchText.RULE);
        if (changed > 0) {
            empty();
        }
    }

    /// A transaction begins, or came to nothing.
    void begin() {
        forgotten = 0;
    }

    /// The transaction is about to be committed.
    void end() {
        if (isTooMuch()) {
            empty();
        }
        forgotten = 0;
    }

    private boolean isTooMuch() {
        return forgotten > FORGET_MAX;
    }

    private void empty() {
        sql.run("INSERT INTO search_gram (search_gram) VALUES ('delete-all')");
        sql.run("DELETE FROM search_doc");
        sql.run("DELETE FROM search_todo");
        sql.run(
                "INSERT INTO search_todo (first, last, texts) SELECT MIN(key), MAX(key), COUNT(*)"
                        + " FROM event WHERE "
                        + HAS_TEXT
                        + " GROUP BY key >> 40 ORDER BY MAX(at)");
    }

    /// Texts are in the table now.
    ///
    /// @param first key of the first of them
    /// @param last key of the last one
    void arrived(long first, long last, long texts) {
        sql.run(
                "INSERT INTO search_todo (first, last, texts) VALUES (?, ?, ?)",
                first,
                last,
                texts);
    }

    /// The event's body is about to go.
    void forget(long key) {
        for (Doc doc :
                sql.list(
                        """
                        SELECT key, wording FROM search_doc WHERE key = ?
                        UNION ALL
                        SELECT key, wording FROM search_doc WHERE wording = ? AND wording <> key
                        """,
                        Doc::read,
                        key,
                        key)) {
            forget(doc, key);
        }
    }

    /// All events from one key to another are about to go.
    void forgetBetween(long first, long last) {
        for (Doc doc :
                sql.list(
                        """
                        SELECT key, wording FROM search_doc WHERE key BETWEEN ? AND ?
                        UNION ALL
                        SELECT key, wording FROM search_doc
                        WHERE wording BETWEEN ? AND ? AND wording <> key AND NOT key BETWEEN ? AND ?
                        """,
                        Doc::read,
                        first,
                        last,
                        first,
                        last,
                        first,
                        last)) {
            forget(doc, isIn(doc.key(), first, last) ? doc.key() : doc.wording());
        }
    }

    private static boolean isIn(long key, long first, long last) {
        return first <= key && key <= last;
    }

    /// A message that loses only its newest edit says again what it said before.
    private void forget(Doc doc, long gone) {
        remove(doc);
        if (doc.key() != gone) {
            arrived(doc.key(), doc.key(), 1);
        }
    }

    /// Takes a message out of the index.
    void remove(Doc doc) {
        String text = textAt(doc.wording()).orElse("");
        forgotten += text.length();
        if (!isTooMuch()) {
            sql.run(
                    "INSERT INTO search_gram (search_gram, rowid, text) VALUES ('delete', ?, ?)",
                    doc.key(),
                    SearchText.indexed(SearchText.fold(text)));
        }
        sql.run("DELETE FROM search_doc WHERE key = ?", doc.key());
    }

    private Optional<String> textAt(long key) {
        return sql.first(
                        "SELECT body FROM event WHERE key = ?",
                        row -> EventRows.body(row.getString("body")),
                        key)
                .flatMap(SearchIndex::textOf);
    }

    static Optional<String> textOf(EventBody body) {
        return switch (body) {
            case EventBody.Message message -> Optional.of(message.text());
            case EventBody.Edited edited -> Optional.of(edited.text());
            default -> Optional.empty();
        };
    }

    /// Texts that are not in the index yet.
    static long left(Sql sql) {
        return sql.number("SELECT COALESCE(SUM(texts), 0) FROM search_todo");
    }

    /// Puts messages into the index that are not in it.
    void add(List<Entry> entries) {
        sql.batch(
                "INSERT INTO search_gram (rowid, text) VALUES (?, ?)",
                entries,
                entry ->
                        new Object[] {
                            entry.doc().key(), SearchText.indexed(SearchText.fold(entry.text()))
                        });
        sql.batch(
                "INSERT INTO search_doc VALUES (?, ?, ?, ?)",
                entries,
                entry ->
                        new Object[] {
                            entry.doc().key(), entry.doc().wording(), entry.at(), entry.author()
                        });
    }

    /// A message as the index takes it.
    record Entry(Doc doc, long at, String author, String text) {}
}

package baton.desktop.store.sqlite;

/// How much a store holds.
///
/// @param index bytes of what makes messages findable
public record StoreSize(long messages, long conversations, long index) {

    static StoreSize of(Sql sql) {
        return new StoreSize(
                sql.number("SELECT count(*) FROM event WHERE countable = 1"),
                sql.number("SELECT count(*) FROM conversation"),
                sql.number(
                        "SELECT coalesce(sum(pgsize), 0) FROM dbstat WHERE name GLOB 'search_*'"));
    }
}

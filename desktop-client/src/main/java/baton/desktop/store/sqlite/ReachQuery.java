package baton.desktop.store.sqlite;

import baton.desktop.store.Identity;
import baton.desktop.store.Reach;
import baton.model.AccountId;
import baton.model.Member;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// Who has one message: the members by their receipts, the account's devices by what they last
/// reported.
final class ReachQuery {
    private final Sql sql;
    private final Identity self;

    ReachQuery(Sql sql, Identity self) {
        this.sql = sql;
        this.self = self;
    }

    private record Said(AccountId author, Instant at) {}

    Reach of(long number, long seq) {
        return sql.first(
                        "SELECT author, at FROM event WHERE key = ?",
                        row ->
                                new Said(
                                        new AccountId(row.getString("author")),
                                        Instant.ofEpochMilli(row.getLong("at"))),
                        EventRows.key(number, seq))
                .map(said -> new Reach(people(number, seq, said.author()), devices(said.at())))
                .orElse(Reach.UNKNOWN);
    }

    private List<Reach.Person> people(long number, long seq, AccountId author) {
        return author.equals(self.account())
                ? sql.list(
                        """
                        SELECT m.handle, m.name, COALESCE(d.seq, 0) AS delivered, COALESCE(r.seq, 0) AS read
                        FROM member m
                        LEFT JOIN delivered d ON d.number = m.number AND d.handle = m.handle
                        LEFT JOIN read_by r ON r.number = m.number AND r.handle = m.handle
                        WHERE m.number = ? AND m.handle <> ? ORDER BY m.position
                        """,
                        row -> person(row, seq),
                        number,
                        self.account().handle())
                : List.of();
    }

    private static Reach.Person person(ResultSet row, long seq) throws SQLException {
        Receipts receipts = new Receipts(row.getLong("delivered"), row.getLong("read"));
        return new Reach.Person(
                new Member(new AccountId(row.getString("handle")), row.getString("name")),
                receipts.tick(true, seq));
    }

    private List<Reach.Own> devices(Instant at) {
        return new DeviceQuery(sql, self)
                .rows().stream()
                        .map(device -> new Reach.Own(device, device.holdsAllOf(at)))
                        .toList();
    }
}

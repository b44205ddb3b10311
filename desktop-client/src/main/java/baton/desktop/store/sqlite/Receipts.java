package baton.desktop.store.sqlite;

import baton.desktop.store.Tick;
import baton.model.AccountId;
import java.util.HashMap;
import java.util.Map;

/// How far every other member of now has received and read a conversation: the least of their
/// registers, where a member that never reported counts as 0. So ✓✓ is never shown before the last
/// of them has it; in notes to oneself, where there is nobody else, it is never shown at all.
record Receipts(long delivered, long read) {
    static final Receipts NONE = new Receipts(0, 0);

    /// By conversation number; absent means [#NONE].
    static Map<Long, Receipts> of(Sql sql, Scope scope, AccountId self) {
        Map<Long, Receipts> receipts = new HashMap<>();
        String and = scope.only().isEmpty() ? " WHERE " : " AND ";
        Object[] numbers = scope.numbers();
        Object[] values = new Object[numbers.length + 1];
        System.arraycopy(numbers, 0, values, 0, numbers.length);
        values[numbers.length] = self.handle();
        sql.list(
                """
                SELECT m.number, MIN(COALESCE(d.seq, 0)) AS delivered, MIN(COALESCE(r.seq, 0)) AS read
                FROM member m
                LEFT JOIN delivered d ON d.number = m.number AND d.handle = m.handle
                LEFT JOIN read_by r ON r.number = m.number AND r.handle = m.handle
                """
                        + scope.where("m.number")
                        + and
                        + "m.handle <> ? GROUP BY m.number",
                row ->
                        receipts.put(
                                row.getLong("number"),
                                new Receipts(row.getLong("delivered"), row.getLong("read"))),
                values);
        return receipts;
    }

    Tick tick(boolean own, long seq) {
        if (!own) {
            return Tick.NONE;
        }
        if (seq <= read) {
            return Tick.READ;
        }
        return seq <= delivered ? Tick.DELIVERED : Tick.SENT;
    }
}

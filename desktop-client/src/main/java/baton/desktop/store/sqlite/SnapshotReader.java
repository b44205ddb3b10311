package baton.desktop.store.sqlite;

import baton.desktop.sync.StoreSnapshot;
import baton.model.ConversationId;
import baton.model.Revised;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads all that an engine needs to begin.
final class SnapshotReader {
    private SnapshotReader() {}

    static StoreSnapshot of(Sql sql) {
        return new StoreSnapshot(
                sql.number("SELECT epoch FROM feed"),
                sql.number("SELECT cursor FROM feed"),
                registers(new RegisterReader(sql)),
                SpanReader.of(sql, Scope.ALL),
                PlaceReader.edges(sql),
                AsideRows.conversations(sql),
                clientSeqs(sql),
                sql.list(
                        "SELECT * FROM outbox ORDER BY conversation, client_seq",
                        LocalRows::outbox),
                local(sql));
    }

    private static StoreSnapshot.Local local(Sql sql) {
        return new StoreSnapshot.Local(
                sql.list("SELECT * FROM local_read ORDER BY conversation", LocalRows::read),
                sql.list("SELECT * FROM local_draft ORDER BY conversation", LocalRows::draft),
                SettingRows.waiting(sql));
    }

    private static List<Revised> registers(RegisterReader reader) {
        List<Revised> all = new ArrayList<>(reader.heads(Scope.ALL));
        all.addAll(reader.infos(Scope.ALL));
        all.addAll(reader.reads(Scope.ALL));
        all.addAll(reader.drafts(Scope.ALL));
        all.addAll(reader.delivered());
        all.addAll(reader.readBy());
        all.addAll(reader.devices());
        all.addAll(reader.notables(Scope.ALL));
        all.addAll(reader.settings());
        all.addAll(reader.unknown());
        return all;
    }

    private static Map<ConversationId, Long> clientSeqs(Sql sql) {
        Map<ConversationId, Long> last = new TreeMap<>();
        sql.list(
                "SELECT * FROM client_seq",
                row -> last.put(LocalRows.conversation(row), row.getLong("last")));
        return last;
    }
}

package baton.desktop.store.sqlite;

import baton.desktop.sync.Recount;
import baton.model.AccountId;
import baton.model.Event;
import baton.model.Folded;
import baton.model.MessageId;
import baton.rules.EventFold;
import baton.rules.EventFold.Said;
import java.util.List;
import java.util.Map;

/// Counts anew, one by one, what of the events held is unread: the other half of an audit, which
/// shares no number with the registers that a badge is made of.
final class RecountReader {
    private final Sql sql;
    private final AccountId self;

    RecountReader(Sql sql, AccountId self) {
        this.sql = sql;
        this.self = self;
    }

    /// Events held after a seq and up to another. The relay reads no others either: an edit may
    /// stand before its message, if that came back behind it.
    Recount between(Scope.Entry conversation, long after, long upTo) {
        long last = Math.min(upTo, EventRows.SEQ_MAX);
        if (after >= last) {
            return new Recount(0, 0);
        }
        FoldReader folds = new FoldReader(sql, conversation, self, List.of());
        Map<MessageId, List<Said>> said = folds.about(after + 1, last);
        long unread = 0;
        long mentions = 0;
        for (Event event :
                sql.list(
                        """
                        SELECT * FROM event
                        WHERE key > ? AND key <= ? AND countable = 1 AND author <> ?
                        """,
                        EventRows::read,
                        EventRows.key(conversation.number(), after),
                        EventRows.key(conversation.number(), last),
                        self.handle())) {
            List<Said> about =
                    said.getOrDefault(event.id(), List.of()).stream()
                            .filter(one -> one.seq() > after)
                            .toList();
            Folded folded = EventFold.of(event, about);
            unread += folded.gone() ? 0 : 1;
            mentions += folded.mentions().contains(self) ? 1 : 0;
        }
        return new Recount(unread, mentions);
    }
}

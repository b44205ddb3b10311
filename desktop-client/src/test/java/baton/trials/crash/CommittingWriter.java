package baton.trials.crash;

import baton.desktop.store.sqlite.SqliteStore;
import baton.desktop.sync.OutboxRow;
import baton.desktop.sync.StoreChange;
import baton.model.AccountId;
import baton.model.Allowed;
import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.MessageId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// Commits one message after another, says the number of each that is committed, and closes the
/// store.
@Allowed("its output is what is recorded")
final class CommittingWriter {
    static final ConversationId TALK =
            ConversationId.direct(new AccountId("ana"), new AccountId("ben"));

    private CommittingWriter() {}

    public static void main(String[] arguments) {
        long commits = Long.parseLong(arguments[1]);
        try (SqliteStore store = SqliteStore.open(Path.of(arguments[0]))) {
            for (long next = 1; next <= commits; next++) {
                store.commit(
                        List.of(
                                new StoreChange.ClientSeqUsed(TALK, next),
                                new StoreChange.OutboxPut(row(next))));
                System.out.println(Recording.COMMITTED + next);
                System.out.flush();
            }
        }
    }

    private static OutboxRow row(long number) {
        return new OutboxRow(
                TALK,
                number,
                MessageId.of(number, 0, number),
                0,
                0,
                new EventBody.Message("message " + number),
                Instant.EPOCH,
                new OutboxRow.State.Waiting());
    }
}

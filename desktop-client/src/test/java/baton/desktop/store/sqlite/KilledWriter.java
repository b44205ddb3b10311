package baton.desktop.store.sqlite;

import static baton.desktop.store.sqlite.Logs.WITH_BEN;

import baton.desktop.sync.StoreChange;
import baton.model.Allowed;
import java.nio.file.Path;
import java.util.List;

/// Commits one message after another and prints the number of each that is committed, until it is
/// killed.
@Allowed("its output is what the test reads")
final class KilledWriter {
    private KilledWriter() {}

    public static void main(String[] arguments) {
        try (SqliteStore store = SqliteStore.open(Path.of(arguments[0]))) {
            for (long next = 1; ; next++) {
                store.commit(
                        List.of(
                                new StoreChange.ClientSeqUsed(WITH_BEN, next),
                                new StoreChange.OutboxPut(
                                        Logs.unsent(WITH_BEN, next, "message " + next))));
                System.out.println(next);
                System.out.flush();
            }
        }
    }
}

package baton.desktop.store.sqlite;

import baton.desktop.store.StoreException;
import baton.desktop.store.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// Copies of a store, and how one takes the store's place. A copy is an older state of the device:
/// what it gave out and sent since is not in it. So whoever gets a copy is another device: see
/// [SqliteStore#disown].
public final class StoreCopy {
    private StoreCopy() {}

    /// Copies a store as of one moment, without its free space; the store may be in use meanwhile.
    ///
    /// @param copy replaced if it is there
    /// @return false if the watch broke it off; then there is no copy
    /// @throws StoreException if the store cannot be read or the copy not be written
    public static boolean take(Path store, Path copy, Watch watch) {
        try {
            StoreFile file = new StoreFile(copy);
            file.delete();
            try (Sql sql = new StoreFile(store).openAsIs()) {
                boolean whole =
                        sql.whileWanted(
                                watch::isWanted,
                                () -> {
                                    sql.run("VACUUM INTO ?", copy.toString());
                                    return true;
                                },
                                false);
                if (!whole) {
                    file.delete();
                }
                return whole;
            }
        } catch (IOException e) {
            throw new StoreException(StoreException.STORE_FAILED, e);
        }
    }

    /// Checks every page and every index of a copy, brings it to this build's version and takes it
    /// away from its device. After this it may take a store's place.
    ///
    /// @throws StoreException `store-damaged`, `store-too-new` or `store-failed`
    public static void prepare(Path copy) {
        try (Sql sql = new StoreFile(copy).openAsIs()) {
            String verdict =
                    sql.first("PRAGMA integrity_check(1)", row -> row.getString(1)).orElse("");
            if (!verdict.equals("ok")) {
                throw new StoreException(
                        StoreException.STORE_DAMAGED, new IllegalStateException(verdict));
            }
        }
        try (SqliteStore store = SqliteStore.open(copy)) {
            store.load();
            store.disown();
        }
    }

    /// Puts a prepared copy in the place of a store that nobody has open. Cut off anywhere, the
    /// next opening finds the one or the other.
    ///
    /// @param now part of the former store's new name
    /// @return where the former store is now; empty if there was none
    /// @throws StoreException if a file cannot be moved
    public static Optional<Path> replace(Path store, Path copy, Instant now) {
        StoreFile file = new StoreFile(store);
        Path aside = file.beside(".replaced-" + now.toEpochMilli());
        boolean isReplacing = Files.exists(store);
        try {
            new StoreFile(file.salvaged()).delete();
            Files.move(copy, file.salvaged());
            if (isReplacing) {
                file.moveAside(aside);
            }
            Files.move(file.salvaged(), store);
        } catch (IOException e) {
            throw new StoreException(StoreException.STORE_FAILED, e);
        }
        return isReplacing ? Optional.of(aside) : Optional.empty();
    }

    /// Removes a copy, if it is there.
    public static void delete(Path copy) throws IOException {
        new StoreFile(copy).delete();
    }
}

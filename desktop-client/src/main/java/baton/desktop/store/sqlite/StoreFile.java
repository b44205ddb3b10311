package baton.desktop.store.sqlite;

import baton.desktop.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/// The file of a store: how it is opened, and how damage is noticed. A WAL file that is still there
/// means that the last run did not end in an orderly way; a mark beside the file means that a read
/// or write met damage. Either leads to a check of all pages at the next opening.
///
/// @param path of the SQLite file; its neighbours begin with the same name
record StoreFile(Path path) {
    private static final long REBUILD_BYTES_MAX = 64L << 20;
    private static final List<String> NEIGHBOURS = List.of("-wal", "-shm");
    private static final Duration BUSY_WAIT = Duration.ofSeconds(5);

    /// Opens for writing, after the checks.
    ///
    /// @throws StoreException `store-damaged`, `store-too-new` or `store-failed`
    Sql openWriter(Migrations migrations) {
        try {
            finishSalvage();
            migrations.refuseNewer(path);
            boolean doubtful = isLeftOpen() || Files.exists(suspicion());
            Sql sql = connect(config());
            try {
                if (doubtful) {
                    check(sql);
                    Files.deleteIfExists(suspicion());
                }
                migrations.apply(sql, path);
                return sql;
            } catch (IOException | RuntimeException e) {
                sql.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StoreException(StoreException.STORE_FAILED, e);
        }
    }

    /// Opens for reading only; the file must have a writer.
    Sql openReader() {
        Sql sql = connect(config());
        sql.script("PRAGMA query_only = ON");
        return sql;
    }

    /// Opens whatever is there, without any check.
    Sql openAsIs() {
        return connect(new SQLiteConfig());
    }

    /// Moves everything from the log of writes into the file and empties the log, so that no older
    /// copy of a page is left. Does not wait for a reader.
    ///
    /// @return whether that is done
    static boolean foldLog(Sql sql) {
        sql.number("PRAGMA busy_timeout = 0");
        try {
            return sql.number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
        } finally {
            sql.number("PRAGMA busy_timeout = " + BUSY_WAIT.toMillis());
        }
    }

    /// Writes all pages anew, without what was left in their unused parts, if the file is small
    /// enough to do so in about a second and the disk has room for it.
    static void rebuild(Sql sql) {
        long bytes = sql.number("PRAGMA page_count") * sql.number("PRAGMA page_size");
        if (bytes <= REBUILD_BYTES_MAX) {
            try {
                sql.release();
                sql.script("VACUUM");
            } catch (StoreException e) {
                if (!e.code().equals(StoreException.DISK_FULL)) {
                    throw e;
                }
            }
        }
    }

    /// Remembers that the file must be checked before it is used again.
    void suspect() {
        try {
            if (!Files.exists(suspicion())) {
                Files.createFile(suspicion());
            }
        } catch (IOException e) {
            throw new StoreException(StoreException.STORE_DAMAGED, e);
        }
    }

    Path suspicion() {
        return beside(".suspect");
    }

    Path wal() {
        return beside("-wal");
    }

    Path beside(String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }

    /// Where [Salvage] prepares the store that is to take this one's place.
    Path salvaged() {
        return beside(".salvaged");
    }

    /// Moves the file and its neighbours to another name.
    void moveAside(Path aside) throws IOException {
        Files.move(path, aside, StandardCopyOption.ATOMIC_MOVE);
        for (String neighbour : NEIGHBOURS) {
            Path from = beside(neighbour);
            if (Files.exists(from)) {
                Files.move(from, new StoreFile(aside).beside(neighbour));
            }
        }
        Files.deleteIfExists(suspicion());
    }

    /// Removes the file and its neighbours, as far as they are there.
    void delete() throws IOException {
        Files.deleteIfExists(path);
        for (String neighbour : NEIGHBOURS) {
            Files.deleteIfExists(beside(neighbour));
        }
    }

    private void finishSalvage() throws IOException {
        if (!Files.exists(path) && Files.exists(salvaged())) {
            Files.move(salvaged(), path);
        }
    }

    private boolean isLeftOpen() throws IOException {
        return Files.exists(wal()) && Files.size(wal()) > 0;
    }

    private static void check(Sql sql) {
        String verdict = sql.first("PRAGMA quick_check(1)", row -> row.getString(1)).orElse("");
        if (!verdict.equals("ok")) {
            throw new StoreException(
                    StoreException.STORE_DAMAGED, new IllegalStateException(verdict));
        }
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setBusyTimeout(Math.toIntExact(BUSY_WAIT.toMillis()));
        // What was deleted or recalled is overwritten, not left in free space.
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        return config;
    }

    private Sql connect(SQLiteConfig config) {
        try {
            return new Sql(config.createConnection("jdbc:sqlite:" + path.toAbsolutePath()));
        } catch (SQLException e) {
            throw Sql.failure(e);
        }
    }
}

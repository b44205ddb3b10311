package baton.desktop.store.sqlite;

import baton.desktop.store.Identity;
import baton.desktop.store.Store;
import baton.desktop.store.StoreException;
import baton.desktop.sync.OutboxRow;
import baton.desktop.sync.Place;
import baton.desktop.sync.Recount;
import baton.desktop.sync.StoreChange;
import baton.desktop.sync.StoreSnapshot;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.Tally;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The writer of a store file. One thread at a time; closing it lets go of the file.
///
/// A commit is on the disk when the call returns: `synchronous=FULL` in WAL mode is one fsync. If
/// the disk is full nothing of it is written, the file stays whole, and the next commit may
/// succeed.
///
/// The texts of a recall are gone from all tables and from the file's log when the commit returns,
/// or after a later one if a screen was just reading. Where SQLite had moved a row to another page,
/// bytes that no query reaches may stay in the unused part of the old one until the store is
/// closed, or longer if the file is large. A copy that was kept before a migration keeps its texts.
public final class SqliteStore implements Store, AutoCloseable {
    /// No relay gives this id to a device: theirs are longer.
    private static final DeviceId NOBODY = new DeviceId("restored");

    private final StoreFile file;
    private final Sql sql;
    private final ChangeWriter writer;
    private boolean logHoldsRecalled = true;
    private boolean pagesMayHoldRecalled;

    private SqliteStore(StoreFile file, Sql sql) {
        this.file = file;
        this.sql = sql;
        this.writer = new ChangeWriter(sql);
    }

    /// Opens or creates a store. After a run that did not end in an orderly way all pages are
    /// checked.
    ///
    /// @throws StoreException `store-damaged` (see [Salvage]), `store-too-new`, `disk-full` or
    ///   `store-failed`
    public static SqliteStore open(Path path) {
        return open(path, Migrations.shipped());
    }

    static SqliteStore open(Path path, Migrations migrations) {
        StoreFile file = new StoreFile(path);
        SqliteStore store = new SqliteStore(file, file.openWriter(migrations));
        if (migrations.hasSearch()) {
            store.guarded(() -> {
                store.sql.atomically(store.writer::openSearch);
                return true;
            });
        }
        return store;
    }

    /// Makes some more texts findable. What a power cut takes of it is done again.
    @Override
    public long fillSearch(int letters) {
        return guarded(() -> {
            if (SearchIndex.left(sql) == 0) {
                return 0L;
            }
            // Nothing that was said is at stake: the next commit syncs what this one wrote.
            sql.script("PRAGMA synchronous = NORMAL");
            try {
                long[] left = {0};
                sql.atomically(() -> left[0] = writer.fillSearch(letters));
                return left[0];
            } finally {
                sql.script("PRAGMA synchronous = FULL");
            }
        });
    }

    @Override
    public void compact() {
        guarded(() -> {
            sql.release();
            sql.script("VACUUM");
            pagesMayHoldRecalled = false;
            // What a reader keeps in the log is folded by a later commit.
            logHoldsRecalled = !StoreFile.foldLog(sql);
            return true;
        });
    }

    @Override
    public StoreSnapshot load() {
        return guarded(() -> sql.consistently(() -> SnapshotReader.of(sql)));
    }

    @Override
    public void commit(List<StoreChange> changes) {
        guarded(() -> {
            sql.atomically(() -> writer.applyAll(changes));
            if (writer.takeWiped()) {
                logHoldsRecalled = true;
                pagesMayHoldRecalled = true;
            }
            if (logHoldsRecalled) {
                logHoldsRecalled = !StoreFile.foldLog(sql);
            }
            return true;
        });
    }

    /// @throws IllegalStateException if the store belongs to nobody yet
    @Override
    public Tally tallyAt(ConversationId conversation, long seq) {
        AccountId self = identity().orElseThrow(IllegalStateException::new).account();
        return guarded(
                () -> sql.consistently(() -> new TallyReader(sql, self).at(conversation, seq)));
    }

    @Override
    public List<Event> aside(ConversationId conversation) {
        return guarded(() -> AsideRows.of(sql, conversation));
    }

    @Override
    public List<Place> places(ConversationId conversation, long from, long to) {
        return guarded(() ->
                sql.consistently(() ->
                        Scope.find(sql, conversation)
                                .map(scope -> PlaceReader.between(sql, scope, from, to))
                                .orElse(List.of())));
    }

    /// @throws IllegalStateException if the store belongs to nobody yet
    @Override
    public Recount recount(ConversationId conversation, long after, long upTo) {
        AccountId self = identity().orElseThrow(IllegalStateException::new).account();
        return guarded(() ->
                sql.consistently(() ->
                        Scope.find(sql, conversation)
                                .map(scope ->
                                        new RecountReader(sql, self)
                                                .between(scope.only().getFirst(), after, upTo))
                                .orElse(new Recount(0, 0))));
    }

    /// Whose store this is; empty before the first sign-in.
    public Optional<Identity> identity() {
        return guarded(() -> sql.first("SELECT * FROM identity", LocalRows::identity));
    }

    /// From now on the store belongs to this device. A device that was signed in anew counts its
    /// clientSeqs from 1 again. What the former one had not sent is kept as refused, under negative
    /// numbers: only a person can say whether it had gone out before.
    ///
    /// @throws IllegalArgumentException if the store belongs to another account: histories never
    ///   mix
    public void adopt(Identity next) {
        Optional<Identity> former = identity();
        if (former.isPresent() && !former.get().account().equals(next.account())) {
            throw new IllegalArgumentException("store of another account");
        }
        boolean isSameDevice =
                former.map(Identity::device).filter(next.device()::equals).isPresent();
        guarded(() -> {
            sql.atomically(() -> adopt(next, isSameDevice));
            return true;
        });
    }

    private void adopt(Identity next, boolean isSameDevice) {
        if (!isSameDevice) {
            sql.run("DELETE FROM client_seq");
            setAside();
        }
        sql.run(
                "INSERT OR REPLACE INTO identity VALUES (1, ?, ?, ?, ?, ?)",
                next.relay(),
                next.account().handle(),
                next.name(),
                next.device().value(),
                next.deviceName());
    }

    /// Takes the store away from its device, because it is an older state of it: what the device
    /// gave out and sent since is not in here, so going on would give numbers out twice and say
    /// things again. Whoever signs in to it is a new device of the same account.
    void disown() {
        identity()
                .ifPresent(former ->
                        guarded(() -> {
                            sql.atomically(() -> {
                                adopt(
                                        new Identity(
                                                former.relay(),
                                                former.account(),
                                                former.name(),
                                                NOBODY,
                                                former.deviceName()),
                                        false);
                                // Said since, or changed since; nobody here can know.
                                sql.run("DELETE FROM local_setting WHERE revision = 0");
                            });
                            return true;
                        }));
    }

    private void setAside() {
        List<OutboxRow> rows =
                sql.list(
                        "SELECT * FROM outbox ORDER BY conversation, client_seq",
                        LocalRows::outbox);
        sql.run("DELETE FROM outbox");
        long number = -rows.size();
        for (OutboxRow row : rows) {
            if (!(row.state() instanceof OutboxRow.State.Acked)) {
                writer.apply(new StoreChange.OutboxPut(Unsent.aside(row, number++)));
            }
        }
    }

    private <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (StoreException e) {
            writer.forget();
            if (e.code().equals(StoreException.STORE_DAMAGED)) {
                file.suspect();
            }
            throw e;
        }
    }

    /// The connection: for [Salvage], and for tests to take away its room.
    Sql sql() {
        return sql;
    }

    @Override
    public void close() {
        if (pagesMayHoldRecalled) {
            pagesMayHoldRecalled = false;
            StoreFile.rebuild(sql);
        }
        sql.close();
    }
}

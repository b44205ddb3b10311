package baton.endtoend;

import baton.desktop.runtime.Hint;
import baton.desktop.runtime.SyncStatus;
import baton.desktop.runtime.SyncStatus.Link;
import baton.desktop.runtime.SyncStatus.Phase;
import baton.desktop.runtime.SyncStatus.Work;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// Compares each report of a device that catches up with what its SQLite holds at that moment. It
/// listens on the device's `sync` thread, so nothing is written between report and count. Close it
/// after the device.
final class Truth implements AutoCloseable {
    /// Reports that were checked.
    final AtomicLong steps = new AtomicLong();

    /// Those that named another number than the store missed.
    final AtomicLong wrong = new AtomicLong();

    /// Those that named less done than the one before.
    final AtomicLong backwards = new AtomicLong();

    private final long total;
    private final Connection store;
    private final AtomicReference<Work> last = new AtomicReference<>(Work.IDLE);

    /// @param total messages that the account has; constant meanwhile
    Truth(Path store, long total) {
        this.total = total;
        try {
            this.store = DriverManager.getConnection("jdbc:sqlite:" + store);
        } catch (SQLException e) {
            throw new AssertionError("the device's store cannot be read", e);
        }
    }

    void hear(Hint hint) {
        if (hint instanceof Hint.Status(SyncStatus status)
                && status.link() instanceof Link.Online) {
            Work work = status.work();
            Work before = last.getAndSet(work);
            if (isSameStretch(before, work) && work.done() < before.done()) {
                backwards.incrementAndGet();
            }
            if (work.phase() != Phase.LIST) {
                steps.incrementAndGet();
                long missing = total - held();
                if (work.remaining() != missing || status.pendingIn() != missing) {
                    wrong.incrementAndGet();
                }
            }
        }
    }

    private static boolean isSameStretch(Work one, Work other) {
        boolean bothAtWork = one.phase() != Phase.IDLE && other.phase() != Phase.IDLE;
        return bothAtWork && (one.phase() == Phase.LIST) == (other.phase() == Phase.LIST);
    }

    private long held() {
        try (Statement statement = store.createStatement();
                ResultSet rows = statement.executeQuery("SELECT sum(countable) FROM event")) {
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError("the device's store cannot be counted", e);
        }
    }

    @Override
    public void close() {
        try {
            store.close();
        } catch (SQLException e) {
            throw new AssertionError("the device's store cannot be let go of", e);
        }
    }
}

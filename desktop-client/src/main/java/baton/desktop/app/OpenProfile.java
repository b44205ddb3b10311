package baton.desktop.app;

import baton.desktop.store.StoreException;
import baton.desktop.store.sqlite.Salvage;
import baton.desktop.store.sqlite.SqliteStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A profile that this program holds: its lock and its open store.
final class OpenProfile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenProfile.class);

    private final Profile files;
    private final ProfileLock lock;
    private volatile Opened opened;

    /// @param salvaged empty list if the store was whole
    private record Opened(SqliteStore store, List<Salvage.Outcome> salvaged) {}

    private OpenProfile(Profile files, ProfileLock lock, Opened opened) {
        this.files = files;
        this.lock = lock;
        this.opened = opened;
    }

    /// @throws ProfileException if the profile cannot be had
    /// @throws StoreException if its store cannot be opened
    static OpenProfile of(DesktopConfig config) {
        Profile files = Profile.of(config);
        ProfileLock lock = ProfileLock.take(files.lock());
        try {
            // Where the driver unpacks its library: a folder that is ours, not everybody's.
            System.setProperty("org.sqlite.tmpdir", files.cache().toString());
            return new OpenProfile(files, lock, open(files));
        } catch (StoreException e) {
            lock.close();
            throw e;
        }
    }

    private static Opened open(Profile files) {
        try {
            return openWhole(files);
        } catch (StoreException e) {
            if (!e.code().equals(StoreException.STORE_DAMAGED)) {
                throw e;
            }
            Salvage.Outcome outcome = Salvage.run(files.store(), InstantSource.system().instant());
            LOG.warn("The store was damaged: {}", outcome, e);
            return new Opened(SqliteStore.open(files.store()), List.of(outcome));
        }
    }

    /// Reads everything but the history once, so that damage there is met now and not in use.
    private static Opened openWhole(Profile files) {
        SqliteStore store = SqliteStore.open(files.store());
        try {
            store.load();
            return new Opened(store, List.of());
        } catch (StoreException e) {
            store.close();
            throw e;
        }
    }

    Profile files() {
        return files;
    }

    TokenFile token() {
        return new TokenFile(files.token());
    }

    SqliteStore store() {
        return opened.store();
    }

    Optional<Salvage.Outcome> salvaged() {
        return opened.salvaged().stream().findFirst();
    }

    /// Removes all that the profile holds and begins an empty one, without letting go of it.
    ///
    /// @throws ProfileException if something cannot be removed; the store stays closed then
    void erase() {
        opened.store().close();
        files.erase();
        opened = new Opened(SqliteStore.open(files.store()), List.of());
    }

    /// Puts a backup in the place of the store, without letting go of the profile.
    ///
    /// @throws StoreException if the store cannot be moved; the former one is open then
    void restore(Restoration restoration) {
        opened.store().close();
        try {
            restoration.carryOut(InstantSource.system().instant());
        } finally {
            opened = open(files);
        }
    }

    @Override
    public void close() {
        opened.store().close();
        lock.close();
    }
}

package baton.desktop.app;

import baton.desktop.store.Identity;
import baton.desktop.store.sqlite.SqliteReader;
import baton.desktop.store.sqlite.SqliteStore;
import java.nio.file.Files;

/// A profile that no window has open and that a command works on. It is not repaired, not entered
/// and tells no relay anything.
final class ClosedProfile implements AutoCloseable {
    private final Profile files;
    private final ProfileLock lock;
    private final SqliteStore store;
    private final Identity owner;
    private final SqliteReader reader;

    private ClosedProfile(Profile files, ProfileLock lock, SqliteStore store, Identity owner) {
        this.files = files;
        this.lock = lock;
        this.store = store;
        this.owner = owner;
        this.reader = new SqliteReader(files.store(), owner);
    }

    /// @throws ProfileException if there is nothing of anybody in it, or it cannot be had
    /// @throws baton.desktop.store.StoreException if its store cannot be opened
    static ClosedProfile of(DesktopConfig config) {
        Profile files = Profile.of(config);
        ProfileLock lock = ProfileLock.take(files.lock());
        try {
            if (!Files.exists(files.store())) {
                throw new ProfileException(ProfileException.EMPTY);
            }
            System.setProperty("org.sqlite.tmpdir", files.cache().toString());
            SqliteStore store = SqliteStore.open(files.store());
            try {
                Identity owner =
                        store.identity()
                                .orElseThrow(() -> new ProfileException(ProfileException.EMPTY));
                return new ClosedProfile(files, lock, store, owner);
            } catch (RuntimeException e) {
                store.close();
                throw e;
            }
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    Profile files() {
        return files;
    }

    Identity owner() {
        return owner;
    }

    SqliteReader reader() {
        return reader;
    }

    @Override
    public void close() {
        reader.close();
        store.close();
        lock.close();
    }
}

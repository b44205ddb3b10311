package baton.desktop.app;

import baton.desktop.backup.BackupException;
import baton.desktop.backup.Passphrase;
import baton.desktop.store.StoreException;
import baton.desktop.store.Watch;
import baton.desktop.store.sqlite.StoreSize;
import baton.desktop.ui.backup.BackupDoors;
import baton.desktop.ui.common.Outcome;
import baton.desktop.ui.storage.StorageDoors;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;

/// Speaks for a profile's files to the window that shows it.
final class StorageDesk implements BackupDoors, StorageDoors.Keeping {
    private final DeviceRuntime runtime;
    private final Consumer<Restoration> restore;

    /// @param restore puts a backup in the place of the profile's store; FX thread
    StorageDesk(DeviceRuntime runtime, Consumer<Restoration> restore) {
        this.runtime = runtime;
        this.restore = restore;
    }

    @Override
    public StorageDoors.Kept kept() {
        Profile files = runtime.files();
        StoreSize size = runtime.storeSize();
        return new StorageDoors.Kept(
                files.folder(),
                size.messages(),
                size.conversations(),
                files.bytes(),
                size.index(),
                files.formerBytes());
    }

    @Override
    public Outcome<Path> backUp(String passphrase, Path file, boolean replace, Watch watch) {
        try {
            boolean made = runtime.backUp(new Passphrase(passphrase), file, replace, watch);
            return made ? new Outcome.Done<>(file) : new Outcome.Stopped<>();
        } catch (BackupException e) {
            return new Outcome.Failed<>(e.code());
        } catch (StoreException e) {
            return new Outcome.Failed<>(e.code());
        }
    }

    @Override
    public Outcome<Ready> open(Path file, String passphrase, Watch watch) {
        try {
            return runtime.openBackup(file, new Passphrase(passphrase), watch)
                    .<Outcome<Ready>>map(found -> new Outcome.Done<>(new Found(found)))
                    .orElseGet(Outcome.Stopped::new);
        } catch (BackupException e) {
            return new Outcome.Failed<>(e.code());
        } catch (ProfileException e) {
            return new Outcome.Failed<>(e.code());
        }
    }

    private final class Found implements Ready {
        private final Restoration restoration;

        private Found(Restoration restoration) {
            this.restoration = restoration;
        }

        @Override
        public String account() {
            return restoration.manifest().account();
        }

        @Override
        public Instant at() {
            return restoration.manifest().at();
        }

        @Override
        public void carryOut() {
            restore.accept(restoration);
        }

        @Override
        public void discard() {
            restoration.discard();
        }
    }
}

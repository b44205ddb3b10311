package baton.desktop.ui.backup;

import baton.desktop.store.Watch;
import baton.desktop.ui.common.Outcome;
import java.nio.file.Path;
import java.time.Instant;

/// What the dialogs about backups may ask of wiring.
public interface BackupDoors {

    /// Keeps this device in a file. Blocks.
    ///
    /// @param replace whether a file of that name may be replaced
    /// @return the file
    Outcome<Path> backUp(String passphrase, Path file, boolean replace, Watch watch);

    /// Unpacks a backup beside what this device holds, and checks all of it. Blocks.
    Outcome<Ready> open(Path file, String passphrase, Watch watch);

    /// A backup that was found whole.
    interface Ready {
        /// The handle of whose history it is.
        String account();

        Instant at();

        /// Puts it in the place of what this device holds and begins anew with the first window. FX
        /// thread; does not wait.
        void carryOut();

        /// Leaves everything as it is. Blocks.
        void discard();
    }
}

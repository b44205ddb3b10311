package baton.desktop.ui.storage;

import java.nio.file.Path;

/// What the page about storage may ask of wiring.
///
/// @param export offers to write all conversations into files
/// @param backUp offers to make a backup
/// @param restore offers to restore one
public record StorageDoors(Keeping keeping, Runnable export, Runnable backUp, Runnable restore) {

    /// What is kept where.
    public interface Keeping {
        /// Blocks on the disk.
        Kept kept();
    }

    /// What is kept on this device.
    ///
    /// @param folder of the profile
    /// @param bytes all of it
    /// @param index of those, what makes messages findable
    /// @param former of those, stores that were replaced, repaired or brought to a newer version
    public record Kept(
            Path folder, long messages, long conversations, long bytes, long index, long former) {}
}

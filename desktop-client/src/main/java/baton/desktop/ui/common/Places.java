package baton.desktop.ui.common;

import java.nio.file.Path;
import java.util.Optional;

/// Asks a person for a place on the disk, by the system's own dialogs. An interface, because no
/// test can work those. FX thread; empty if the person cancels.
public interface Places {

    Optional<Path> folder(String title);

    /// @param name what the file would be called
    Optional<Path> newFile(String title, String name);

    Optional<Path> file(String title);
}

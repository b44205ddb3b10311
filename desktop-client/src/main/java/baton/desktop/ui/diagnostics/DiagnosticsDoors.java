package baton.desktop.ui.diagnostics;

import baton.desktop.ui.common.Outcome;
import java.nio.file.Path;

/// What the page about diagnostics may ask of wiring. Both block.
public interface DiagnosticsDoors {

    /// What would be given away now. It names nobody and holds no message.
    Report report();

    /// Writes a report as a zip file.
    Outcome<Path> save(Path file, Report report);

    /// @param facts versions and counters
    /// @param log of this run
    record Report(String facts, String log) {}
}

package baton.desktop.app;

import baton.desktop.ui.common.UiThread;
import java.util.concurrent.Executor;

/// Says above a window what is new about the program itself. FX thread.
///
/// @param network may block
record ProgramNews(ProgramDesk program, Executor network, UiThread ui) {

    /// Looks for a newer version beside all that is opened.
    void tell(SignedInScreen screen) {
        program.trouble().ifPresent(screen::warn);
        program.advancedFrom()
                .ifPresent(was -> screen.tell("program.advanced", was, program.version()));
        network.execute(() ->
                program.lookUnasked()
                        .ifPresent(newer ->
                                ui.execute(() -> screen.tell("program.newer", newer.version()))));
    }
}

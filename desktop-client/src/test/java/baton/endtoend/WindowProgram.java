package baton.endtoend;

import baton.desktop.app.DesktopMain;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/// The desktop program, ended with its input: the other end of the pipe closes however the process
/// that started it ends.
final class WindowProgram {
    private WindowProgram() {}

    /// @param arguments those of the desktop
    public static void main(String[] arguments) {
        Thread.ofPlatform().daemon().name("input").start(WindowProgram::endWithInput);
        DesktopMain.main(arguments);
    }

    private static void endWithInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }
}

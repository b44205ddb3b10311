package baton.desktop.ui.common;

/// The tray of the system, if there is one. Any thread.
@FunctionalInterface
public interface Tray {

    /// Whether this program's icon stands there at this moment, so that a person finds a window
    /// again that was closed.
    boolean isThere();

    /// A system without one.
    static Tray none() {
        return () -> false;
    }
}

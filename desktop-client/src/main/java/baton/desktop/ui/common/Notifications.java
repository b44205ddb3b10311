package baton.desktop.ui.common;

import baton.desktop.runtime.Pin;
import java.util.function.Consumer;

/// A place where a person is told something while looking elsewhere: the system's, or the window's
/// own. Any thread; nothing blocks.
public interface Notifications {

    /// One thing to tell.
    ///
    /// @param key names it: another one with this key takes its place
    /// @param alert whether it is news, not a correction of what is shown
    /// @param sound whether it may be heard
    record Notification(String key, String title, String body, boolean alert, boolean sound) {

        /// Prints no text: what people type must never reach a log.
        @Override
        public String toString() {
            return "Notification[" + key + "]";
        }
    }

    /// Whether it can show anything at the moment.
    boolean isReady();

    void show(Notification notification);

    /// Takes back what is shown under this key, if anything is.
    void withdraw(String key);

    /// @param listener gets the key of what a person has chosen; called on any thread
    Pin onChosen(Consumer<String> listener);

    /// A system that shows none, so that the window shows its own.
    static Notifications none() {
        return silent(false);
    }

    /// Takes everything and tells nobody: for windows that are all in sight.
    static Notifications untold() {
        return silent(true);
    }

    private static Notifications silent(boolean ready) {
        return new Notifications() {
            @Override
            public boolean isReady() {
                return ready;
            }

            @Override
            public void show(Notification notification) {}

            @Override
            public void withdraw(String key) {}

            @Override
            public Pin onChosen(Consumer<String> listener) {
                return () -> {};
            }
        };
    }
}

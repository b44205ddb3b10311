package baton.desktop.runtime;

import java.util.function.Consumer;

/// Tells a window that something changed, after it was committed. A hint carries no content:
/// whoever cares reads the store again. Only [Hint.Status], [Hint.Typing] and [Hint.Presence] are
/// complete in themselves, because they are not stored.
public interface ChangeHints {

    /// @param listener called on the `sync` thread, in commit order; it must return at once
    Pin listen(Consumer<Hint> listener);

    /// How things stand now. Any thread.
    SyncStatus status();

    /// Looks inside, until it is closed; costs a little meanwhile.
    Inspecting inspect();

    /// A look inside. Any thread.
    interface Inspecting extends Pin {

        /// How things are at this moment.
        Inspection now();
    }
}

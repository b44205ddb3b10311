package baton.desktop.ui.common;

import java.time.Duration;
import java.time.Instant;

/// Tells an Enter that sends from an Enter that only commits what an input method offers. Some
/// systems deliver the commit before the key press, some after it; both are told from a person's
/// own Enter by the time between the two. One thread.
public final class ImeGuard {
    /// No person commits a candidate and presses Enter again within this.
    private static final Duration SAME_KEY = Duration.ofMillis(60);

    private boolean composing;
    private Instant committed = Instant.MIN;

    /// The input method changed its text.
    ///
    /// @param composed what is not decided yet; empty once it is
    public void onText(String composed, Instant at) {
        if (composing && composed.isEmpty()) {
            committed = at;
        }
        composing = !composed.isEmpty();
    }

    /// Whether an Enter at this moment is the person's own.
    public boolean isOwnEnter(Instant at) {
        return !composing
                && (committed.equals(Instant.MIN) || at.isAfter(committed.plus(SAME_KEY)));
    }
}

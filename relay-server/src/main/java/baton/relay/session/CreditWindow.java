package baton.relay.session;

import baton.model.Limits;

/// How many more events may be pushed to a device before it has stored earlier ones, and whether it
/// missed any. Bounded by the window, so that a device that stops reading costs constant memory.
/// Confined to the session's thread, except [#isBehind].
final class CreditWindow {
    private int window = Limits.CREDIT_START;
    private int outstanding;
    private volatile boolean isBehind;

    /// Takes credit for a push.
    ///
    /// @return false if there is not enough, or if the device misses something already: a push
    ///   would not continue what it holds
    boolean take(int events) {
        if (isBehind || outstanding + events > window) {
            isBehind = true;
            return false;
        }
        outstanding += events;
        return true;
    }

    /// The push was not sent after all.
    void untake(int events) {
        outstanding -= events;
        isBehind = true;
    }

    /// The device stored events and names its window, which is kept within the limits.
    void giveBack(int stored, int newWindow) {
        outstanding = Math.max(0, outstanding - Math.max(0, stored));
        window = Math.clamp(newWindow, Limits.CREDIT_MIN, Limits.CREDIT_MAX);
    }

    void missed() {
        isBehind = true;
    }

    /// Whether the device missed something.
    boolean isBehind() {
        return isBehind;
    }

    /// Whether the device missed something and may be told so now.
    boolean mayCatchUp() {
        return isBehind && outstanding < window;
    }

    void caughtUp() {
        isBehind = false;
    }
}

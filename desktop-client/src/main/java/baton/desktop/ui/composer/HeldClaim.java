package baton.desktop.ui.composer;

import baton.model.AccountId;
import baton.model.Claim;

/// Under which claim a text is written. What was typed under a claim that is lost by now must be
/// refused, not sent as if nothing had happened; anything else goes by the claim of now.
final class HeldClaim {
    private long held;
    private long epoch;

    /// @param typed whether a person has begun to write
    void follow(Claim known, AccountId me, boolean typed) {
        held = known.isHeldBy(me) ? known.epoch() : 0;
        if (held != 0 || !typed) {
            epoch = held;
        }
    }

    /// What is written next goes by the claim of now.
    void sent() {
        epoch = held;
    }

    /// Of the claim; 0 for none.
    long epoch() {
        return epoch;
    }
}

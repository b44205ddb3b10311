package baton.relay.log;

import baton.model.Claim;

/// What a conversation asks of whoever answers in it.
///
/// @param isOn whether replies to something unseen are refused
public record Guard(boolean isOn, Claim claim) {
    public static final Guard NONE = new Guard(false, Claim.NONE);
}

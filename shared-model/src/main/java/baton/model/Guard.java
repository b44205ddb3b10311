package baton.model;

/// What a conversation asks of whoever answers in it.
///
/// @param on whether replies to something unseen are refused
/// @param claim who answers here, if anybody does
public record Guard(boolean on, Claim claim) {
    public static final Guard NONE = new Guard(false, Claim.NONE);
}

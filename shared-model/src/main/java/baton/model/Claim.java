package baton.model;

/// Who has taken a conversation upon themselves, so that nobody else answers it.
///
/// @param holder handle of the account; empty if nobody has
/// @param epoch seq of the event by which it was taken: a send that names an older one is refused
public record Claim(String holder, long epoch) {
    /// Nobody has claimed the conversation.
    public static final Claim NONE = new Claim("", 0);

    public boolean isHeldBy(AccountId account) {
        return holder.equals(account.handle());
    }
}

package baton.relay.account;

import baton.model.AccountId;
import java.util.Optional;

/// Says whether an account exists and what it is called. May block on the store; may be called by
/// any thread.
@FunctionalInterface
public interface AccountNames {

    /// The person's name; empty if no account has this handle.
    Optional<String> nameOf(AccountId account);
}

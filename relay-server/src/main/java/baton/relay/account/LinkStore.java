package baton.relay.account;

import baton.model.AccountId;
import baton.model.DeviceId;
import java.time.Duration;
import java.util.Optional;

/// The port to where open links are kept: each under the hash of its code, for a while. May be
/// called by any thread; every call blocks on the store.
///
/// All methods throw [AccountsUnavailableException] if the store is away.
public interface LinkStore {

    /// Which device let another one in.
    record Issuer(AccountId account, DeviceId device) {}

    /// Opens a link, in place of the one that the same device had open.
    void open(String codeHash, Issuer issuer, Duration lifetime);

    /// Uses a link up. However many ask at once, one gets it at most; a link that was replaced or
    /// whose time is over nobody gets.
    Optional<Issuer> take(String codeHash);
}

package baton.relay.node;

import baton.model.AccountId;
import baton.model.DeviceId;
import java.util.List;

/// What one node tells another. Carries no truth: whoever misses it finds out from the store.
public sealed interface Hint {

    /// News for devices of these accounts.
    record News(List<AccountId> accounts, Push push) implements Hint {
        public News {
            accounts = List.copyOf(accounts);
        }
    }

    /// A device was signed out.
    record SignedOut(DeviceId device) implements Hint {}
}

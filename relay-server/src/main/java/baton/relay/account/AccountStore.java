package baton.relay.account;

import baton.model.AccountId;
import baton.model.DeviceId;
import java.util.List;
import java.util.Optional;

/// The port to where accounts are kept. May be called by any thread; every call blocks on the
/// store.
///
/// All methods throw [AccountsUnavailableException] if the store is away.
public interface AccountStore extends AccountNames {

    /// Creates an account with its first device, both or neither.
    ///
    /// @return false if the handle is taken; nothing was changed then
    boolean create(AccountId account, Profile profile, SignedInDevice first);

    Optional<Profile> profile(AccountId account);

    void addDevice(AccountId account, SignedInDevice device);

    Optional<SignedInDevice> device(AccountId account, DeviceId device);

    List<SignedInDevice> devices(AccountId account);

    /// Gives a device another name, unless it has left meanwhile.
    ///
    /// @return the device under its new name; empty if it is not there
    Optional<SignedInDevice> renameDevice(AccountId account, DeviceId device, String name);

    /// @return whether the device was there
    boolean removeDevice(AccountId account, DeviceId device);

    @Override
    default Optional<String> nameOf(AccountId account) {
        return profile(account).map(Profile::name);
    }
}

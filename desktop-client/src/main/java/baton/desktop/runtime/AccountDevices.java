package baton.desktop.runtime;

import baton.model.DeviceId;
import java.time.Duration;
import java.util.Optional;

/// What a signed-in device may do to the devices of its account. Every call blocks on the network:
/// never on the FX thread.
public interface AccountDevices {

    /// Gives a device another name, on every device of the account.
    ///
    /// @return code of what went wrong; empty if it has the name now
    Optional<String> rename(DeviceId device, String name);

    /// Signs another device of the account out.
    ///
    /// @return code of what went wrong; empty if it is signed out
    Optional<String> signOut(DeviceId device);

    /// Asks for a code that signs one more device in. It replaces the one before.
    Invitation invite();

    sealed interface Invitation {
        /// @param left how long the code is good for
        record Open(DeviceLink link, Duration left) implements Invitation {}

        /// @param code of a [baton.model.Refusal], or `relay-unreachable`
        record Failed(String code) implements Invitation {}
    }
}

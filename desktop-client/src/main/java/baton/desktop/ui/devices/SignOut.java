package baton.desktop.ui.devices;

import java.util.Optional;

/// Ends this device's membership in its account. Wiring does it; what follows (the first window
/// again) is wiring's too.
@FunctionalInterface
public interface SignOut {

    /// Asks the relay to forget this device. Blocks on the network: never on the FX thread.
    ///
    /// @return code of what went wrong; empty if the device is signed out
    Optional<String> perform();
}

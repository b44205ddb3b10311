package baton.desktop.ui.devices;

import baton.desktop.runtime.AccountDevices;
import java.util.Optional;
import java.util.concurrent.Executor;

/// What the devices pane may ask of wiring.
///
/// @param devices renames and signs out devices of the account, and lets one more in
/// @param thisDevice ends this device's membership in its account; what follows (the first window
///   again) is wiring's too
/// @param network where all of that may block: never the FX thread
public record DeviceDoors(AccountDevices devices, ThisDevice thisDevice, Executor network) {

    /// Asks the relay to forget this device. Blocks on the network.
    @FunctionalInterface
    public interface ThisDevice {
        /// @return code of what went wrong; empty if the device is signed out
        Optional<String> signOut();
    }
}

package baton.relay.account;

import baton.model.DeviceId;
import java.time.Instant;

/// A device as its account's store keeps it.
///
/// @param name what the person calls the device
/// @param tokenHash of its token, see [DeviceTokens#hash]; the token itself is nowhere at the relay
public record SignedInDevice(
        DeviceId device, String name, String platform, Instant since, String tokenHash) {
    /// The same device under another name.
    public SignedInDevice named(String other) {
        return new SignedInDevice(device, other, platform, since, tokenHash);
    }

    /// Prints no hash.
    @Override
    public String toString() {
        return "SignedInDevice[" + device + " " + platform + "]";
    }
}

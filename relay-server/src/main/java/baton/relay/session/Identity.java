package baton.relay.session;

import baton.model.AccountId;
import baton.model.DeviceId;
import baton.protocol.ProtocolVersion;

/// Who speaks on a connection, as admission found it by the device's token.
///
/// @param name of the person
/// @param deviceName what the person calls the device
/// @param platform for example `linux`
/// @param version of the frames that both sides speak
public record Identity(
        AccountId account,
        DeviceId device,
        String name,
        String deviceName,
        String platform,
        int version) {

    /// A device that speaks the newest version.
    public Identity(
            AccountId account, DeviceId device, String name, String deviceName, String platform) {
        this(account, device, name, deviceName, platform, ProtocolVersion.CURRENT);
    }
}

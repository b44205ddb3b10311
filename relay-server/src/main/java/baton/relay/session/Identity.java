package baton.relay.session;

import baton.model.AccountId;
import baton.model.DeviceId;

/// Who speaks on a connection, as admission found it by the device's token.
///
/// @param name of the person
/// @param deviceName what the person calls the device
/// @param platform for example `linux`
public record Identity(
        AccountId account, DeviceId device, String name, String deviceName, String platform) {}

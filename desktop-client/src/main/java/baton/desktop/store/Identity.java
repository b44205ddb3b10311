package baton.desktop.store;

import baton.model.AccountId;
import baton.model.DeviceId;

/// Whose store this is: one device of one account at one relay. The device's token is not here.
///
/// @param relay as the person typed it
/// @param name of the person
/// @param deviceName what the person calls this device
public record Identity(
        String relay, AccountId account, String name, DeviceId device, String deviceName) {}

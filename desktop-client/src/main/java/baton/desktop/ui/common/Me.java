package baton.desktop.ui.common;

import baton.model.AccountId;
import baton.model.DeviceId;

/// Who sits at this window.
///
/// @param name what others call the person
/// @param deviceName what the person calls this device
public record Me(AccountId account, String name, DeviceId device, String deviceName) {}

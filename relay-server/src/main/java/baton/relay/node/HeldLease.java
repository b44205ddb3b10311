package baton.relay.node;

import baton.model.AccountId;
import baton.model.DeviceId;

/// A device's claim to be online, for [baton.model.Limits#LEASE] at a time.
///
/// @param fence greater than that of every earlier claim of the account
public record HeldLease(AccountId account, DeviceId device, long fence) {}

package baton.desktop.ui.devices;

import baton.model.DeviceId;

/// What the card of one device says.
///
/// @param here whether it is this device
/// @param state how current it is
/// @param counts what waits, may be empty
/// @param last when it last had everything, may be empty
/// @param outgoing messages that wait on it to be sent
/// @param progress from 0 to 1 while it catches up, else [#NO_PROGRESS]
public record DeviceCard(
        DeviceId id,
        Tone tone,
        String name,
        boolean here,
        String state,
        String counts,
        String last,
        long outgoing,
        double progress) {
    public static final double NO_PROGRESS = -1;

    /// The colour of the dot.
    public enum Tone {
        OK,
        WARN,
        OFF
    }
}

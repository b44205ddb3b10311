package baton.desktop.app;

import java.time.InstantSource;

/// Opens devices on machines whose clock somebody else sets.
public final class ClockedDevice {
    private ClockedDevice() {}

    /// @param wall may jump either way
    /// @throws ProfileException if the profile is in use, misnamed or cannot be written
    public static DeviceRuntime open(DesktopConfig config, InstantSource wall) {
        return DeviceRuntime.open(config, new LoopStarter(wall));
    }
}

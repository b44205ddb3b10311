package baton.desktop.ui.settings;

/// What the settings show and may ask of wiring.
///
/// @param devices shows the account's devices
/// @param signOut asks whether to sign this device out
public record SettingsDoors(Relay relay, ProxyDoor proxy, Runnable devices, Runnable signOut) {

    /// @param address as the person typed it
    /// @param encrypted whether what is said on the way there is
    public record Relay(String address, boolean encrypted) {}
}

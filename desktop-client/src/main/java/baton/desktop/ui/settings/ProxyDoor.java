package baton.desktop.ui.settings;

/// Which proxy leads to the relay. FX thread; does not wait.
public interface ProxyDoor {
    /// In place of an address: no proxy, whatever the system says.
    String DIRECT = "direct";

    /// The address of the one that a person chose, [#DIRECT], or empty for that of the system.
    String chosen();

    /// Uses another one from now on.
    ///
    /// @param words as [#chosen] has them
    /// @return false if they name no proxy; nothing was changed then
    boolean choose(String words);
}

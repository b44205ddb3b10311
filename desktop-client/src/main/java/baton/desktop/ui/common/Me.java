package baton.desktop.ui.common;

import baton.desktop.store.StoreReader;
import baton.model.AccountId;
import baton.model.DeviceId;
import baton.model.SettingNames;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Who sits at this window. What others call the person may change while it is open, here or on
/// another device: written on the FX thread, read by any.
public final class Me {
    private final AccountId account;
    private final String signedInAs;
    private final DeviceId device;
    private final String deviceName;
    private final ReadOnlyStringWrapper shown;
    private volatile String name;

    /// @param name what others called the person when this device signed in
    /// @param deviceName what the person calls this device
    public Me(AccountId account, String name, DeviceId device, String deviceName) {
        this.account = account;
        this.signedInAs = name;
        this.device = device;
        this.deviceName = deviceName;
        this.name = name;
        this.shown = new ReadOnlyStringWrapper(name);
    }

    public AccountId account() {
        return account;
    }

    /// What others call the person now.
    public String name() {
        return name;
    }

    /// The same, for the FX thread.
    public ReadOnlyStringProperty nameProperty() {
        return shown.getReadOnlyProperty();
    }

    public DeviceId device() {
        return device;
    }

    public String deviceName() {
        return deviceName;
    }

    /// The name that the account has chosen, or that of signing in; blocks.
    public String nameIn(StoreReader store) {
        String chosen = store.setting(SettingNames.NAME, "");
        return chosen.isEmpty() ? signedInAs : chosen;
    }

    /// Takes what was read by [#nameIn].
    public void call(String now) {
        name = now;
        shown.set(now);
    }
}

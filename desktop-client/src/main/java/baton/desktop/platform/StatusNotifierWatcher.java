package baton.desktop.platform;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

/// Who keeps the list of icons for the tray. The names are those of the specification.
@DBusInterfaceName("org.kde.StatusNotifierWatcher")
public interface StatusNotifierWatcher extends DBusInterface {
    String NAME = "org.kde.StatusNotifierWatcher";
    String PATH = "/StatusNotifierWatcher";

    /// Property: whether anybody draws what is registered.
    String HAS_HOST = "IsStatusNotifierHostRegistered";

    /// @param service name on the bus of the program with the icon
    void RegisterStatusNotifierItem(String service);

    /// Somebody draws from now on.
    final class StatusNotifierHostRegistered extends DBusSignal {
        public StatusNotifierHostRegistered(String path) throws DBusException {
            super(path);
        }
    }
}

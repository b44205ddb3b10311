package baton.desktop.platform;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// The desktop notifications of freedesktop.org, version 1.2, as GNOME, KDE and others serve them.
/// The names are those of the specification.
@DBusInterfaceName("org.freedesktop.Notifications")
@SuppressWarnings("checkstyle:ParameterNumber")
public interface FreedesktopNotifications extends DBusInterface {
    String BUS_NAME = "org.freedesktop.Notifications";
    String PATH = "/org/freedesktop/Notifications";

    /// @param replaces id of the notification whose place it takes; 0 for none
    /// @param actions key and words of each, in turn; the key `default` is a click on it
    /// @param timeout milliseconds; -1 leaves it to the server
    /// @return its id
    UInt32 Notify(
            String app,
            UInt32 replaces,
            String icon,
            String summary,
            String body,
            List<String> actions,
            Map<String, Variant<?>> hints,
            int timeout);

    void CloseNotification(UInt32 id);

    /// A person chose an action.
    final class ActionInvoked extends DBusSignal {
        private final UInt32 id;
        private final String action;

        public ActionInvoked(String path, UInt32 id, String action) throws DBusException {
            super(path, id, action);
            this.id = id;
            this.action = action;
        }

        public UInt32 id() {
            return id;
        }

        public String action() {
            return action;
        }
    }
}

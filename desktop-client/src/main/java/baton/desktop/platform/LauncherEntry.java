package baton.desktop.platform;

import java.util.Map;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.Variant;

/// The number at a program's icon in the task bar, as Ubuntu's dock and KDE read it.
@DBusInterfaceName("com.canonical.Unity.LauncherEntry")
public interface LauncherEntry extends DBusInterface {
    String PATH = "/com/canonical/unity/launcherentry/1";

    /// The entry in the menu that a package of Baton brings along.
    String APP = "application://baton.desktop";

    /// What stands at the icon from now on.
    final class Update extends DBusSignal {
        private final String app;
        private final Map<String, Variant<?>> properties;

        public Update(String path, String app, Map<String, Variant<?>> properties)
                throws DBusException {
            super(path, app, properties);
            this.app = app;
            this.properties = properties;
        }

        public String app() {
            return app;
        }

        /// `count` and `count-visible`.
        public Map<String, Variant<?>> properties() {
            return properties;
        }
    }
}

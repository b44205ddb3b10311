package baton.desktop.platform;

import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;

/// Connections to a bus, each of whoever opens it alone.
final class Bus {
    private Bus() {}

    /// Blocks until it stands.
    ///
    /// @param address of the bus; empty for that of the session
    static DBusConnection open(String address) throws DBusException {
        DBusConnectionBuilder builder =
                address.isEmpty()
                        ? DBusConnectionBuilder.forSessionBus()
                        : DBusConnectionBuilder.forAddress(address);
        return builder.withShared(false).build();
    }
}

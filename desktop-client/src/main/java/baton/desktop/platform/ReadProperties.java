package baton.desktop.platform;

import java.util.Map;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/// What the bus may read of an object of ours, and not set.
abstract class ReadProperties implements Properties {
    @Override
    public abstract Map<String, Variant<?>> GetAll(String interfaceName);

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <A> A Get(String interfaceName, String property) {
        return (A) GetAll(interfaceName).getOrDefault(property, new Variant<>(""));
    }

    @Override
    public <A> void Set(String interfaceName, String property, A value) {
        // Nothing may be set.
    }

    @Override
    public boolean isRemote() {
        return false;
    }
}

package baton.desktop.platform;

import baton.desktop.runtime.Pin;
import baton.desktop.ui.common.Notifications;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notifications by D-Bus, as Linux desktops show them: one for each key, replaced in its place and
/// closed when it is withdrawn. Calls queue up on one thread; a bus that fails is given up, and the
/// window shows its own.
public final class BusNotifications implements Notifications, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BusNotifications.class);
    private static final UInt32 NONE = new UInt32(0);
    private static final String APP = "Baton";
    private static final String CLICK = "default";

    private final Executor thread;
    private final String open;
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    /// By key; on the thread only.
    private final Map<String, UInt32> ids = new HashMap<>();

    private volatile State state = new State.Away();

    private sealed interface State {
        record Away() implements State {}

        record There(DBusConnection bus, FreedesktopNotifications server) implements State {}
    }

    /// @param thread runs one task after the other; may block
    /// @param open words for a click, which some servers show
    public BusNotifications(Executor thread, String open) {
        this.thread = thread;
        this.open = open;
    }

    /// Looks for the session's bus and a server on it; until then, and if there is none, it is not
    /// ready.
    ///
    /// @param address of the bus; empty for that of the session
    public void connect(String address) {
        thread.execute(() -> {
            try {
                DBusConnection bus = Bus.open(address);
                FreedesktopNotifications server =
                        bus.getRemoteObject(
                                FreedesktopNotifications.BUS_NAME,
                                FreedesktopNotifications.PATH,
                                FreedesktopNotifications.class);
                bus.addSigHandler(FreedesktopNotifications.ActionInvoked.class, this::onAction);
                state = new State.There(bus, server);
            } catch (DBusException | RuntimeException e) {
                LOG.info("No notifications by D-Bus: {}", e.toString());
            }
        });
    }

    @Override
    public boolean isReady() {
        return state instanceof State.There;
    }

    @Override
    public void show(Notification notification) {
        onBus(server -> {
            UInt32 replaces = ids.getOrDefault(notification.key(), NONE);
            Map<String, Variant<?>> hints = new HashMap<>();
            hints.put("category", new Variant<>("im.received"));
            hints.put("suppress-sound", new Variant<>(!notification.sound()));
            UInt32 id =
                    server.Notify(
                            APP,
                            replaces,
                            "",
                            notification.title(),
                            escaped(notification.body()),
                            List.of(CLICK, open),
                            hints,
                            -1);
            ids.put(notification.key(), id);
        });
    }

    /// Servers read a little HTML in the body.
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public void withdraw(String key) {
        onBus(server -> {
            UInt32 id = ids.remove(key);
            if (id != null) {
                server.CloseNotification(id);
            }
        });
    }

    private void onBus(Consumer<FreedesktopNotifications> call) {
        thread.execute(() -> {
            if (state instanceof State.There there) {
                try {
                    call.accept(there.server());
                } catch (DBusExecutionException e) {
                    LOG.warn("D-Bus does not show notifications: {}", e.toString());
                    giveUp(there);
                }
            }
        });
    }

    private void giveUp(State.There there) {
        state = new State.Away();
        ids.clear();
        try {
            there.bus().close();
        } catch (IOException e) {
            LOG.debug("The bus was gone already", e);
        }
    }

    private void onAction(FreedesktopNotifications.ActionInvoked invoked) {
        thread.execute(() ->
                ids.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(invoked.id()))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .ifPresent(key -> listeners.forEach(listener -> listener.accept(key))));
    }

    @Override
    public Pin onChosen(Consumer<String> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Closes what is shown, then the bus.
    @Override
    public void close() {
        onBus(server -> ids.values().forEach(server::CloseNotification));
        thread.execute(() -> {
            if (state instanceof State.There there) {
                giveUp(there);
            }
        });
    }
}

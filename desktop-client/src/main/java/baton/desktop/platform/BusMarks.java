package baton.desktop.platform;

import baton.desktop.ui.common.Tray;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.Variant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What stands of the program outside its window, told by D-Bus: an icon in the tray, and the
/// number of unread messages at its icon in the task bar. A desktop has both, one or none of them.
/// Calls queue up on one thread.
public final class BusMarks implements Tray, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BusMarks.class);

    private final Executor thread;
    private final Words words;
    private final Doors doors;
    private volatile State state = new State.Away();
    private volatile boolean isThere;

    /// @param name of the program
    /// @param open opens the window
    /// @param quit ends the program
    public record Words(String name, String open, String quit) {}

    /// What is done about it; called on any thread.
    ///
    /// @param open a person wants the window
    /// @param quit a person wants the program to end
    /// @param lost the icon is gone, and nobody finds the window by it any more
    public record Doors(Runnable open, Runnable quit, Runnable lost) {}

    private sealed interface State {
        record Away() implements State {}

        record There(DBusConnection bus, TrayIcon icon) implements State {}
    }

    /// @param thread runs one task after the other; may block
    public BusMarks(Executor thread, Words words, Doors doors) {
        this.thread = thread;
        this.words = words;
        this.doors = doors;
    }

    /// Looks for the session's bus and a tray on it, and follows a tray that comes later, or comes
    /// back; returns at once.
    ///
    /// @param address of the bus; empty for that of the session
    public void connect(String address) {
        thread.execute(() -> {
            try {
                DBusConnection bus = Bus.open(address);
                TrayIcon icon = new TrayIcon(new TrayIcon.Face(words.name(), false), doors.open());
                bus.exportObject(StatusNotifierItem.PATH, icon);
                bus.exportObject(DbusMenu.PATH, menu());
                state = new State.There(bus, icon);
                bus.addSigHandler(DBus.NameOwnerChanged.class, this::onOwner);
                bus.addSigHandler(
                        StatusNotifierWatcher.StatusNotifierHostRegistered.class,
                        signal -> onBus(there -> register(there.bus())));
                register(bus);
            } catch (DBusException | RuntimeException e) {
                LOG.info("No tray and no number by D-Bus: {}", e.toString());
            }
        });
    }

    private TrayMenu menu() {
        return new TrayMenu(
                List.of(
                        new TrayMenu.Entry(words.open(), doors.open()),
                        new TrayMenu.Entry(words.quit(), doors.quit())));
    }

    private void onOwner(DBus.NameOwnerChanged changed) {
        if (!changed.name.equals(StatusNotifierWatcher.NAME)) {
            return;
        }
        if (changed.newOwner.isEmpty()) {
            thread.execute(this::lose);
        } else {
            onBus(there -> register(there.bus()));
        }
    }

    private void lose() {
        if (isThere) {
            isThere = false;
            doors.lost().run();
        }
    }

    private void register(DBusConnection bus) throws DBusException {
        try {
            bus.getRemoteObject(
                            StatusNotifierWatcher.NAME,
                            StatusNotifierWatcher.PATH,
                            StatusNotifierWatcher.class)
                    .RegisterStatusNotifierItem(bus.getUniqueName());
            Properties watcher =
                    bus.getRemoteObject(
                            StatusNotifierWatcher.NAME,
                            StatusNotifierWatcher.PATH,
                            Properties.class);
            Object hasHost =
                    watcher.Get(StatusNotifierWatcher.NAME, StatusNotifierWatcher.HAS_HOST);
            isThere =
                    Boolean.TRUE.equals(
                            hasHost instanceof Variant<?> wrapped ? wrapped.getValue() : hasHost);
        } catch (DBusExecutionException e) {
            LOG.info("This desktop has no tray: {}", e.toString());
        }
    }

    @Override
    public boolean isThere() {
        return isThere;
    }

    /// Shows how many messages are unread.
    ///
    /// @param line the window's title, for whoever points at the icon
    public void unread(long count, String line) {
        onBus(there -> {
            there.icon().setFace(new TrayIcon.Face(line, count > 0));
            there.bus().sendMessage(new StatusNotifierItem.NewIcon(StatusNotifierItem.PATH));
            there.bus().sendMessage(new StatusNotifierItem.NewToolTip(StatusNotifierItem.PATH));
            there.bus().sendMessage(number(count));
        });
    }

    private static DBusSignal number(long count) throws DBusException {
        Map<String, Variant<?>> properties =
                Map.of("count", new Variant<>(count), "count-visible", new Variant<>(count > 0));
        return new LauncherEntry.Update(LauncherEntry.PATH, LauncherEntry.APP, properties);
    }

    @FunctionalInterface
    private interface Call {
        void on(State.There there) throws DBusException;
    }

    private void onBus(Call call) {
        thread.execute(() -> {
            if (state instanceof State.There there) {
                try {
                    call.on(there);
                } catch (DBusException | RuntimeException e) {
                    LOG.warn("D-Bus does not show the tray and the number: {}", e.toString());
                    giveUp(there);
                    lose();
                }
            }
        });
    }

    private void giveUp(State.There there) {
        state = new State.Away();
        try {
            there.bus().close();
        } catch (IOException e) {
            LOG.debug("The bus was gone already", e);
        }
    }

    /// Takes both away; a tray drops the icon of whoever leaves the bus.
    @Override
    public void close() {
        onBus(there -> there.bus().sendMessage(number(0)));
        thread.execute(() -> {
            isThere = false;
            if (state instanceof State.There there) {
                giveUp(there);
            }
        });
    }
}

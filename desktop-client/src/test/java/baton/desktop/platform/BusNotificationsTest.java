package baton.desktop.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.ui.common.Notifications.Notification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Over a bus of its own with a server that writes down what it is asked.
class BusNotificationsTest {
    @TempDir private Path folder = Path.of("");

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> chosen = new LinkedBlockingQueue<>();
    private Optional<PrivateBus> daemon = Optional.empty();

    /// Speaks as a desktop does.
    @SuppressWarnings("checkstyle:ParameterNumber")
    private final class Server implements FreedesktopNotifications {
        private long last;

        @Override
        public UInt32 Notify(
                String app,
                UInt32 replaces,
                String icon,
                String summary,
                String body,
                List<String> actions,
                Map<String, Variant<?>> hints,
                int timeout) {
            long id = replaces.longValue() > 0 ? replaces.longValue() : ++last;
            boolean silent =
                    Optional.ofNullable(hints.get("suppress-sound"))
                            .filter(hint -> Boolean.TRUE.equals(hint.getValue()))
                            .isPresent();
            asked.add("show " + id + " " + summary + ": " + body + (silent ? "" : " (sound)"));
            return new UInt32(id);
        }

        @Override
        public void CloseNotification(UInt32 id) {
            asked.add("close " + id);
        }

        @Override
        public String getObjectPath() {
            return PATH;
        }

        @Override
        public boolean isRemote() {
            return false;
        }
    }

    @BeforeEach
    void startBus() throws IOException {
        daemon = Optional.of(PrivateBus.start(folder));
    }

    @AfterEach
    void stop() throws InterruptedException {
        thread.shutdown();
        assertTrue(thread.awaitTermination(10, TimeUnit.SECONDS));
        if (daemon.isPresent()) {
            daemon.get().close();
        }
    }

    private DBusConnection serve() throws DBusException {
        DBusConnection bus = daemon.orElseThrow().connect();
        bus.requestBusName(FreedesktopNotifications.BUS_NAME);
        bus.exportObject(FreedesktopNotifications.PATH, new Server());
        return bus;
    }

    private static String next(BlockingQueue<String> queue) throws InterruptedException {
        String one = queue.poll(10, TimeUnit.SECONDS);
        assertTrue(one != null, "nothing came");
        return one;
    }

    private static Notification notification(String key, String body, boolean sound) {
        return new Notification(key, "Payments outage", body, true, sound);
    }

    @Test
    void oneKeyHasOneNotificationThatIsReplacedAndWithdrawn() throws Exception {
        try (DBusConnection bus = serve()) {
            try (BusNotifications notifications = new BusNotifications(thread, "Open")) {
                notifications.connect(daemon.orElseThrow().address());
                notifications.show(notification("team", "Ben: <b> & co", false));
                notifications.show(notification("lobby", "hello", true));
                notifications.show(notification("team", "Ben: and more", false));
                notifications.withdraw("team");
                notifications.withdraw("nobody");
                assertEquals("show 1 Payments outage: Ben: &lt;b&gt; &amp; co", next(asked));
                assertEquals("show 2 Payments outage: hello (sound)", next(asked));
                assertEquals("show 1 Payments outage: Ben: and more", next(asked));
                assertEquals("close 1", next(asked));
                assertTrue(notifications.isReady());
                assertTrue(bus.isConnected());
            }
            assertEquals("close 2", next(asked), "what is shown is taken along");
        }
    }

    @Test
    void clickTellsWhatWasChosen() throws Exception {
        try (DBusConnection bus = serve();
                BusNotifications notifications = new BusNotifications(thread, "Open")) {
            notifications.onChosen(chosen::add);
            notifications.connect(daemon.orElseThrow().address());
            notifications.show(notification("team", "hello", false));
            next(asked);
            bus.sendMessage(
                    new FreedesktopNotifications.ActionInvoked(
                            FreedesktopNotifications.PATH, new UInt32(1), "default"));
            assertEquals("team", next(chosen));
        }
    }

    @Test
    void busWithoutAServerIsGivenUp() throws Exception {
        try (BusNotifications notifications = new BusNotifications(thread, "Open")) {
            notifications.connect(daemon.orElseThrow().address());
            notifications.show(notification("team", "hello", false));
            thread.submit(() -> {}).get(40, TimeUnit.SECONDS);
            assertFalse(notifications.isReady());
        }
    }

    @Test
    void noBusIsNoError() throws Exception {
        try (BusNotifications notifications = new BusNotifications(thread, "Open")) {
            notifications.connect("unix:path=" + folder.resolve("nowhere"));
            notifications.show(notification("team", "hello", false));
            thread.submit(() -> {}).get(40, TimeUnit.SECONDS);
            assertFalse(notifications.isReady());
        }
    }
}

package baton.desktop.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Over a bus of its own, with a tray that writes down what it is told.
class BusMarksTest {
    @TempDir private Path folder = Path.of("");

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private final BusMarks marks =
            new BusMarks(
                    thread,
                    new BusMarks.Words("Baton", "Open", "Quit"),
                    new BusMarks.Doors(
                            () -> asked.add("open"),
                            () -> asked.add("quit"),
                            () -> asked.add("lost")));

    /// A tray, as desktops have it.
    private final class Watcher implements StatusNotifierWatcher, Properties {
        private final boolean draws;

        private Watcher(boolean draws) {
            this.draws = draws;
        }

        @Override
        public void RegisterStatusNotifierItem(String service) {
            told.add(service);
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        public <A> A Get(String interfaceName, String property) {
            return (A) new Variant<>(draws);
        }

        @Override
        public <A> void Set(String interfaceName, String property, A value) {
            throw new UnsupportedOperationException(property);
        }

        @Override
        public Map<String, Variant<?>> GetAll(String interfaceName) {
            return Map.of(HAS_HOST, new Variant<>(draws));
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

    @AfterEach
    void stop() throws InterruptedException {
        marks.close();
        thread.shutdown();
        assertTrue(thread.awaitTermination(10, TimeUnit.SECONDS));
    }

    private DBusConnection tray(PrivateBus bus, boolean draws) throws Exception {
        DBusConnection tray = bus.connect();
        tray.exportObject(StatusNotifierWatcher.PATH, new Watcher(draws));
        tray.requestBusName(StatusNotifierWatcher.NAME);
        return tray;
    }

    private static String next(BlockingQueue<String> queue) throws InterruptedException {
        String one = queue.poll(10, TimeUnit.SECONDS);
        assertTrue(one != null, "nothing came");
        return one;
    }

    /// What was asked so far is done.
    private void settle() throws Exception {
        thread.submit(() -> {}).get(40, TimeUnit.SECONDS);
    }

    private static Object value(Map<String, Variant<?>> properties, String name) {
        return properties.getOrDefault(name, new Variant<>("nothing")).getValue();
    }

    @Test
    void iconStandsInTheTrayAndLeadsBackToTheWindow() throws Exception {
        try (PrivateBus bus = PrivateBus.start(folder);
                DBusConnection tray = tray(bus, true);
                marks) {
            marks.connect(bus.address());
            String service = next(told);
            settle();
            assertTrue(marks.isThere());
            StatusNotifierItem icon =
                    tray.getRemoteObject(
                            service, StatusNotifierItem.PATH, StatusNotifierItem.class);
            icon.Activate(0, 0);
            assertEquals("open", next(asked));
            DbusMenu menu = tray.getRemoteObject(service, DbusMenu.PATH, DbusMenu.class);
            DbusMenu.Layout<UInt32, DbusMenu.Node> layout = menu.GetLayout(0, -1, List.of());
            assertEquals(2, layout.getRoot().getChildren().size());
            assertEquals(
                    List.of("Open", "Quit"),
                    menu.GetGroupProperties(List.of(1, 2), List.of("label")).stream()
                            .map(entry -> value(entry.getValues(), "label"))
                            .toList());
            menu.Event(2, DbusMenu.CLICKED, new Variant<>(""), new UInt32(0));
            assertEquals("quit", next(asked));
        }
    }

    @Test
    void whatIsUnreadShowsInTheTrayAndTheTaskBar() throws Exception {
        try (PrivateBus bus = PrivateBus.start(folder);
                DBusConnection tray = tray(bus, true);
                marks) {
            tray.addSigHandler(
                    LauncherEntry.Update.class,
                    update ->
                            told.add(
                                    update.app()
                                            + " "
                                            + value(update.properties(), "count")
                                            + " "
                                            + value(update.properties(), "count-visible")));
            marks.connect(bus.address());
            String service = next(told);
            Properties icon =
                    tray.getRemoteObject(service, StatusNotifierItem.PATH, Properties.class);
            assertEquals("Baton", value(icon.GetAll(StatusNotifierItem.NAME), "Title"));
            marks.unread(3, "Baton (3)");
            assertEquals("application://baton.desktop 3 true", next(told));
            assertEquals("Baton (3)", value(icon.GetAll(StatusNotifierItem.NAME), "Title"));
            marks.unread(0, "Baton");
            assertEquals("application://baton.desktop 0 false", next(told));
        }
    }

    @Test
    void trayThatIsGoneIsToldOfAndFoundAgain() throws Exception {
        try (PrivateBus bus = PrivateBus.start(folder);
                marks) {
            try (DBusConnection tray = tray(bus, true)) {
                marks.connect(bus.address());
                next(told);
                settle();
                assertTrue(tray.isConnected());
            }
            assertEquals("lost", next(asked));
            assertFalse(marks.isThere());
            try (DBusConnection again = tray(bus, true)) {
                next(told);
                settle();
                assertTrue(marks.isThere());
                assertTrue(again.isConnected());
            }
        }
    }

    @Test
    void listThatNobodyDrawsIsNoTray() throws Exception {
        try (PrivateBus bus = PrivateBus.start(folder);
                DBusConnection tray = tray(bus, false);
                marks) {
            marks.connect(bus.address());
            next(told);
            settle();
            assertFalse(marks.isThere());
            assertTrue(tray.isConnected());
        }
    }

    @Test
    void neitherBusNorTrayIsNoError() throws Exception {
        marks.connect("unix:path=" + folder.resolve("nowhere"));
        marks.unread(3, "Baton (3)");
        settle();
        assertFalse(marks.isThere());
        try (PrivateBus bus = PrivateBus.start(folder);
                marks) {
            marks.connect(bus.address());
            marks.unread(3, "Baton (3)");
            settle();
            assertFalse(marks.isThere());
        }
    }

    @Test
    void pictureHasACardAMarkAndADotForNews() {
        int size = 32;
        byte[] plain = TrayPicture.draw(size, false);
        byte[] news = TrayPicture.draw(size, true);
        assertEquals(size * size * 4, plain.length);
        assertEquals(0, plain[0], "the corner is clear");
        assertEquals(0x2F6FEB, colour(plain, size, 16, 26), "the card");
        assertEquals(0xFFFFFF, colour(plain, size, 15, 15), "the mark");
        assertEquals(0xE03C31, colour(news, size, 25, 7), "the dot");
        assertNotEquals(Arrays.hashCode(plain), Arrays.hashCode(news));
    }

    private static int colour(byte[] pixels, int size, int x, int y) {
        int at = (y * size + x) * 4;
        return ((pixels[at + 1] & 0xff) << 16)
                | ((pixels[at + 2] & 0xff) << 8)
                | (pixels[at + 3] & 0xff);
    }
}

package baton.desktop.platform;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// The icon in the tray, as the bus sees it.
final class TrayIcon extends ReadProperties implements StatusNotifierItem {
    /// Trays are 16 to 48 pixels high.
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48);

    private final Runnable pressed;
    private volatile Face face;

    /// @param line the words about it
    /// @param news whether anything is unread
    record Face(String line, boolean news) {}

    /// @param pressed called on a thread of the bus
    TrayIcon(Face face, Runnable pressed) {
        this.face = face;
        this.pressed = pressed;
    }

    Face face() {
        return face;
    }

    void setFace(Face now) {
        face = now;
    }

    @Override
    public void ContextMenu(int x, int y) {
        // The tray draws the menu itself.
    }

    @Override
    public void Activate(int x, int y) {
        pressed.run();
    }

    @Override
    public void SecondaryActivate(int x, int y) {
        pressed.run();
    }

    @Override
    public void Scroll(int delta, String orientation) {
        // Nothing to scroll.
    }

    @Override
    public Map<String, Variant<?>> GetAll(String interfaceName) {
        Face now = face;
        Map<String, Object> texts =
                Map.of(
                        "Category", "Communications",
                        "Id", "baton",
                        "Title", now.line(),
                        "Status", "Active",
                        "IconName", "",
                        "ItemIsMenu", false,
                        "WindowId", new UInt32(0));
        Map<String, Variant<?>> all =
                texts.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        entry -> new Variant<>(entry.getValue())));
        all.put("Menu", new Variant<>(new DBusPath(DbusMenu.PATH)));
        all.put("IconPixmap", new Variant<>(pictures(now.news()), "a(iiay)"));
        all.put("ToolTip", new Variant<>(new ToolTip(now.line()), "(sa(iiay)ss)"));
        return all;
    }

    private static List<Pixmap> pictures(boolean news) {
        return SIZES.stream().map(size -> new Pixmap(size, TrayPicture.draw(size, news))).toList();
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }

    /// A square picture.
    static final class Pixmap extends Struct {
        @Position(0)
        private final int width;

        @Position(1)
        private final int height;

        @Position(2)
        private final byte[] argb;

        Pixmap(int size, byte[] argb) {
            this.width = size;
            this.height = size;
            this.argb = argb.clone();
        }

        public int getWidth() {
            return width;
        }

        public int getHeight() {
            return height;
        }

        public byte[] getArgb() {
            return argb.clone();
        }
    }

    /// What a tray shows to whoever points at the icon.
    static final class ToolTip extends Struct {
        @Position(0)
        private final String icon = "";

        @Position(1)
        private final List<Pixmap> pictures = List.of();

        @Position(2)
        private final String title;

        @Position(3)
        private final String text = "";

        ToolTip(String title) {
            this.title = title;
        }

        public String getIcon() {
            return icon;
        }

        public List<Pixmap> getPictures() {
            return pictures;
        }

        public String getTitle() {
            return title;
        }

        public String getText() {
            return text;
        }
    }
}

package baton.desktop.platform;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// What a person may choose at the icon in the tray. It never changes.
final class TrayMenu extends ReadProperties implements DbusMenu {
    private static final int ROOT = 0;
    private static final String LABEL = "label";

    private final List<Entry> entries;

    /// @param chosen called on a thread of the bus
    record Entry(String label, Runnable chosen) {}

    /// @param entries from top to bottom; their ids are 1, 2 and so on
    TrayMenu(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    private Map<String, Variant<?>> valuesOf(int id) {
        return id > ROOT && id <= entries.size()
                ? Map.of(LABEL, new Variant<>(entries.get(id - 1).label()))
                : Map.of("children-display", new Variant<>("submenu"));
    }

    private List<Integer> ids() {
        return java.util.stream.IntStream.rangeClosed(1, entries.size()).boxed().toList();
    }

    @Override
    public Layout<UInt32, Node> GetLayout(int parent, int depth, List<String> properties) {
        boolean isWhole = parent == ROOT && depth != 0;
        List<Variant<?>> children =
                isWhole ? ids().stream().<Variant<?>>map(this::leaf).toList() : List.of();
        return new Layout<>(new UInt32(1), new Node(parent, valuesOf(parent), children));
    }

    private Variant<Node> leaf(int id) {
        return new Variant<>(new Node(id, valuesOf(id), List.of()), "(ia{sv}av)");
    }

    @Override
    public List<DbusMenu.Properties> GetGroupProperties(
            List<Integer> wanted, List<String> properties) {
        List<Integer> all = wanted.isEmpty() ? ids() : wanted;
        return all.stream().map(id -> new DbusMenu.Properties(id, valuesOf(id))).toList();
    }

    @Override
    public Variant<?> GetProperty(int id, String name) {
        return valuesOf(id).getOrDefault(name, new Variant<>(""));
    }

    @Override
    public void Event(int id, String event, Variant<?> data, UInt32 timestamp) {
        if (event.equals(CLICKED) && id > ROOT && id <= entries.size()) {
            entries.get(id - 1).chosen().run();
        }
    }

    @Override
    public boolean AboutToShow(int id) {
        return false;
    }

    @Override
    public Map<String, Variant<?>> GetAll(String interfaceName) {
        return Map.of(
                "Version",
                new Variant<>(new UInt32(3)),
                "TextDirection",
                new Variant<>("ltr"),
                "Status",
                new Variant<>("normal"));
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }
}

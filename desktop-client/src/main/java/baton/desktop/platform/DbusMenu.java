package baton.desktop.platform;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.Tuple;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// A menu that somebody else draws, as trays ask for it. The names are those of the specification.
@DBusInterfaceName("com.canonical.dbusmenu")
public interface DbusMenu extends DBusInterface {
    String NAME = "com.canonical.dbusmenu";
    String PATH = "/MenuBar";

    /// Event: a person chose an entry.
    String CLICKED = "clicked";

    /// @param depth how many levels below the parent; -1 for all
    /// @param properties that are of interest; none for all
    Layout<UInt32, Node> GetLayout(int parent, int depth, List<String> properties);

    List<Properties> GetGroupProperties(List<Integer> ids, List<String> properties);

    Variant<?> GetProperty(int id, String name);

    void Event(int id, String event, Variant<?> data, UInt32 timestamp);

    /// @return whether it has to be asked for its layout again
    boolean AboutToShow(int id);

    /// The properties of an entry.
    final class Properties extends Struct {
        @Position(0)
        private final int id;

        @Position(1)
        private final Map<String, Variant<?>> values;

        public Properties(int id, Map<String, Variant<?>> values) {
            this.id = id;
            this.values = Map.copyOf(values);
        }

        public int getId() {
            return id;
        }

        public Map<String, Variant<?>> getValues() {
            return values;
        }
    }

    /// An entry with those below it, each a `Node` too.
    final class Node extends Struct {
        @Position(0)
        private final int id;

        @Position(1)
        private final Map<String, Variant<?>> values;

        @Position(2)
        private final List<Variant<?>> children;

        public Node(int id, Map<String, Variant<?>> values, List<Variant<?>> children) {
            this.id = id;
            this.values = Map.copyOf(values);
            this.children = List.copyOf(children);
        }

        public int getId() {
            return id;
        }

        public Map<String, Variant<?>> getValues() {
            return values;
        }

        public List<Variant<?>> getChildren() {
            return children;
        }
    }

    /// The whole menu and the number of its change. What is answered together must be generic: the
    /// library reads the types where the method is declared.
    final class Layout<R, N> extends Tuple {
        @Position(0)
        private final R revision;

        @Position(1)
        private final N root;

        public Layout(R revision, N root) {
            this.revision = revision;
            this.root = root;
        }

        public R getRevision() {
            return revision;
        }

        public N getRoot() {
            return root;
        }
    }
}

package baton.desktop.ui;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/// Things of which nobody but the test should know any more.
final class Gone {
    private final List<Trace> traces = new ArrayList<>();

    private record Trace(String name, WeakReference<Object> thing) {
        boolean isHeld() {
            return thing.get() != null;
        }
    }

    /// Remembers a thing without holding it.
    void expect(Object thing) {
        traces.add(new Trace(thing.getClass().getSimpleName(), new WeakReference<>(thing)));
    }

    /// Waits until none of them is in memory.
    ///
    /// @throws AssertionError naming those that stay
    void check() {
        long end = System.nanoTime() + FxDriver.PATIENCE.toNanos();
        while (traces.stream().anyMatch(Trace::isHeld)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still in memory: " + held());
            }
            System.gc();
            FxDriver.pulse();
        }
    }

    private String held() {
        List<String> names = traces.stream().filter(Trace::isHeld).map(Trace::name).toList();
        return names.stream().distinct().sorted().toList()
                + ", "
                + names.size()
                + " of "
                + traces.size();
    }
}

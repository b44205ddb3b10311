package baton.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.animation.AnimationTimer;

/// How evenly frames follow each other, from the moment it is started. FX thread.
final class Frames extends AnimationTimer {
    private static final double EVERY = 1_000 / 60.0;

    private final Runnable each;
    private final List<Double> gaps = new ArrayList<>();
    private long before;

    /// @param each done at the beginning of every frame
    Frames(Runnable each) {
        this.each = each;
    }

    @Override
    public void handle(long now) {
        long at = System.nanoTime();
        if (before != 0) {
            gaps.add((at - before) / 1e6);
        }
        before = at;
        each.run();
    }

    /// `1,203 frames, median 16.7 ms, 99th percentile 25.1, longest 48.0, 3 dropped`
    String words() {
        List<Double> sorted = gaps.stream().sorted().toList();
        long dropped =
                gaps.stream()
                        .mapToLong(gap -> Math.round(gap / EVERY) - 1)
                        .filter(n -> n > 0)
                        .sum();
        return sorted.isEmpty()
                ? "none"
                : String.format(
                        Locale.ROOT,
                        "%,d frames, median %.1f ms, 99th percentile %.1f, longest %.1f, %d dropped",
                        sorted.size(),
                        at(sorted, 0.5),
                        at(sorted, 0.99),
                        sorted.getLast(),
                        dropped);
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.round(share * (sorted.size() - 1)));
    }
}

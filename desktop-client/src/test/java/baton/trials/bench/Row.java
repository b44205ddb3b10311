package baton.trials.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/// One line of a table: named figures in order, each as a number and as a person reads it.
final class Row {
    private static final double NANOS_OF_MILLI = 1e6;

    private final Map<String, Cell> cells = new LinkedHashMap<>();

    /// @param value as it was measured; a text for what is no number
    /// @param words as it is printed
    record Cell(Object value, String words) {}

    /// @param workload as `--workload` names it
    /// @param load what was asked of the relay, in words
    Row(String workload, String load) {
        text("workload", workload);
        text("load", load);
    }

    Map<String, Cell> cells() {
        return cells;
    }

    Row text(String name, String words) {
        cells.put(name, new Cell(words, words));
        return this;
    }

    /// @param format of [String#format]
    Row number(String name, String format, double value) {
        cells.put(name, new Cell(value, String.format(Locale.ROOT, format, value)));
        return this;
    }

    Row count(String name, long value) {
        cells.put(name, new Cell(value, String.format(Locale.ROOT, "%,d", value)));
        return this;
    }

    /// Three columns in milliseconds.
    ///
    /// @param nanos of each
    Row times(String what, Histogram nanos) {
        number(what + " p50 ms", "%.2f", nanos.getValueAtPercentile(50) / NANOS_OF_MILLI);
        number(what + " p99 ms", "%.1f", nanos.getValueAtPercentile(99) / NANOS_OF_MILLI);
        return number(what + " max ms", "%.0f", nanos.getMaxValue() / NANOS_OF_MILLI);
    }
}

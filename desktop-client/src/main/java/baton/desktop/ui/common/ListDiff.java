package baton.desktop.ui.common;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.collections.ObservableList;

/// Brings a list on the screen to a new content with the fewest changes, so that what stays is not
/// redrawn, keeps its selection and does not move. Rows are told apart by a key, unique in each
/// list.
public final class ListDiff {
    private ListDiff() {}

    /// Rows that change places are rare; if there are any, the whole content is replaced.
    public static <T> void apply(
            ObservableList<T> shown, List<T> wanted, Function<? super T, ?> keyOf) {
        Set<Object> wantedKeys = keys(wanted, keyOf);
        Set<Object> shownKeys = keys(shown, keyOf);
        if (!staysInOrder(shown, wanted, keyOf)) {
            shown.setAll(wanted);
            return;
        }
        addRuns(shown, wanted, keyOf, shownKeys);
        removeRuns(shown, keyOf, wantedKeys);
    }

    /// Before anything goes: a cell whose row goes first would be emptied and styled anew when it
    /// finds another one.
    private static <T> void addRuns(
            ObservableList<T> shown,
            List<T> wanted,
            Function<? super T, ?> keyOf,
            Set<Object> shownKeys) {
        int at = 0;
        int next = 0;
        while (next < wanted.size()) {
            int end = next;
            while (end < wanted.size() && !shownKeys.contains(keyOf.apply(wanted.get(end)))) {
                end++;
            }
            if (end > next) {
                shown.addAll(at, wanted.subList(next, end));
                at += end - next;
                next = end;
            } else {
                at = indexOf(shown, at, keyOf, wanted.get(next));
                if (!shown.get(at).equals(wanted.get(next))) {
                    shown.set(at, wanted.get(next));
                }
                at++;
                next++;
            }
        }
    }

    private static <T> int indexOf(List<T> shown, int from, Function<? super T, ?> keyOf, T row) {
        int at = from;
        while (!keyOf.apply(shown.get(at)).equals(keyOf.apply(row))) {
            at++;
        }
        return at;
    }

    private static <T> boolean staysInOrder(
            List<T> shown, List<T> wanted, Function<? super T, ?> keyOf) {
        List<Object> before = common(shown, keys(wanted, keyOf), keyOf);
        return before.equals(common(wanted, keys(shown, keyOf), keyOf));
    }

    private static <T> List<Object> common(
            List<T> rows, Set<Object> others, Function<? super T, ?> keyOf) {
        List<Object> common = new ArrayList<>();
        for (T row : rows) {
            Object key = keyOf.apply(row);
            if (others.contains(key)) {
                common.add(key);
            }
        }
        return common;
    }

    private static <T> void removeRuns(
            ObservableList<T> shown, Function<? super T, ?> keyOf, Set<Object> wantedKeys) {
        int end = shown.size();
        while (end > 0) {
            int from = end;
            while (from > 0 && !wantedKeys.contains(keyOf.apply(shown.get(from - 1)))) {
                from--;
            }
            if (from < end) {
                shown.remove(from, end);
            }
            end = from - 1;
        }
    }

    private static <T> Set<Object> keys(List<T> rows, Function<? super T, ?> keyOf) {
        Set<Object> keys = new HashSet<>();
        rows.forEach(row -> keys.add(keyOf.apply(row)));
        return keys;
    }
}

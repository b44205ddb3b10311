package baton.relay.redis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads what a script answered: lists of strings and numbers. A reply of another shape is a
/// mistake in a script and throws.
final class Reply {
    private final List<?> items;

    private Reply(List<?> items) {
        this.items = items;
    }

    static Reply of(Object answer) {
        if (answer instanceof List<?> items) {
            return new Reply(items);
        }
        throw new IllegalStateException("a script answered no list");
    }

    int size() {
        return items.size();
    }

    Reply list(int index) {
        return of(items.get(index));
    }

    String text(int index) {
        return String.valueOf(items.get(index));
    }

    long number(int index) {
        Object item = items.get(index);
        return item instanceof Long number ? number : Long.parseLong(text(index));
    }

    /// A list `key, value, key, value` as a map in the same order.
    Map<String, String> pairs() {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i + 1 < items.size(); i += 2) {
            pairs.put(text(i), text(i + 1));
        }
        return pairs;
    }
}

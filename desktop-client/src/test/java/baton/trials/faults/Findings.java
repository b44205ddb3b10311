package baton.trials.faults;

import baton.model.ConversationId;
import java.util.ArrayList;
import java.util.List;

/// What was found wrong with one conversation so far. One thread.
final class Findings {
    private final ConversationId where;
    private final List<Finding> all = new ArrayList<>();

    Findings(ConversationId where) {
        this.where = where;
    }

    void add(Finding.Kind kind, Object about, String words) {
        all.add(new Finding(kind, where.value(), about.toString(), words));
    }

    /// Adds it unless something holds.
    void expect(boolean holds, Finding.Kind kind, Object about, String words) {
        if (!holds) {
            add(kind, about, words);
        }
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}

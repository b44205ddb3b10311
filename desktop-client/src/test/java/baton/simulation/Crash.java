package baton.simulation;

/// The device is dead: no code of its own runs after this, no handler catches it.
final class Crash extends Error {
    private static final long serialVersionUID = 1;

    private final When when;

    /// Between which two effects.
    enum When {
        BEFORE_COMMIT("before its commit"),
        AFTER_COMMIT("after its commit"),
        AMONG_EFFECTS("before all of its effects are out");

        private final String words;

        When(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    Crash(When when) {
        super("crash", null, false, false);
        this.when = when;
    }

    When when() {
        return when;
    }
}

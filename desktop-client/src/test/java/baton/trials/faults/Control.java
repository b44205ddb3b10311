package baton.trials.faults;

/// A set-up that must break a promise, tried in the same way as what must keep it. Where it breaks
/// none, the way to look is blind, and what was not found by it says nothing.
///
/// @param words what came of it, for a person
record Control(Kind kind, Verdict verdict, String words) {

    /// What is done wrong.
    enum Kind {
        EVERYSEC("control: Redis with appendfsync everysec, slow fsync and a power cut"),
        NORMAL("control: a device's store with synchronous=NORMAL and a power cut");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /// What came of it.
    enum Verdict {
        RED("red, as it must be"),
        GREEN("GREEN: nothing that was found elsewhere counts"),
        BROKEN("BROKEN: what must keep everything lost something too"),
        IMPOSSIBLE("not made");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /// @param kept what was lost where nothing may be
    /// @param lost what was lost where something must be
    static Control of(Kind kind, long kept, long lost, String words) {
        Verdict verdict = kept > 0 ? Verdict.BROKEN : lost > 0 ? Verdict.RED : Verdict.GREEN;
        return new Control(kind, verdict, words);
    }

    boolean isRed() {
        return verdict == Verdict.RED;
    }

    @Override
    public String toString() {
        return verdict.label() + "; " + words;
    }
}

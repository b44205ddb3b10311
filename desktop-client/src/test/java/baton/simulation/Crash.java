package baton.simulation;

/// The device is dead: no code of its own runs after this, no handler catches it.
final class Crash extends Error {
    private static final long serialVersionUID = 1;

    Crash() {
        super("crash", null, false, false);
    }
}

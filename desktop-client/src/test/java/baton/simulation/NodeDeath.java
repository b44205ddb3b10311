package baton.simulation;

/// A relay node is dead: no code of its own runs after this, no handler catches it.
final class NodeDeath extends Error {
    private static final long serialVersionUID = 1;

    NodeDeath() {
        super("node death", null, false, false);
    }
}

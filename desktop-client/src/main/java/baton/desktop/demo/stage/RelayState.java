package baton.desktop.demo.stage;

/// How the demo's relay stands.
public enum RelayState {
    RUNS,
    STARTS,
    DEAD
}
